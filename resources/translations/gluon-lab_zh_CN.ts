<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context><name>MainWindow</name><message><source>Curves</source><translation>曲线</translation></message><message><source>&amp;View</source><translation>视图(&amp;V)</translation></message><message><source>Language</source><translation>语言</translation></message></context>
<context><name>core</name><message><source>Add {layer}</source><translation>添加{layer}</translation></message><message><source>Dropout</source><translation>丢弃层</translation></message><message><source>Remove layer</source><translation>删除层</translation></message></context>
</TS>
