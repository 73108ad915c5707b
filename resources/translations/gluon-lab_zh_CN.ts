<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About this experiment</source>
        <translation>关于这个实验</translation>
    </message>
    <message>
        <source>A name and notes; they are saved with the experiment.</source>
        <translation>名称和备注，随实验一起保存。</translation>
    </message>
</context>
<context>
    <name>AccessPanel</name>
    <message>
        <source>What is asked of the network</source>
        <translation>向网络询问的内容</translation>
    </message>
    <message>
        <source>of the parameter that is chosen above</source>
        <translation>针对上面选中的参数</translation>
    </message>
    <message>
        <source>What MXNet says</source>
        <translation>MXNet 的回答</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>slope {slope}</source>
        <translation>斜率 {slope}</translation>
    </message>
</context>
<context>
    <name>ActivationsView</name>
    <message>
        <source>Activation functions and their derivatives</source>
        <translation>激活函数及其导数</translation>
    </message>
    <message>
        <source>Place of the cursor, x</source>
        <translation>光标位置 x</translation>
    </message>
    <message>
        <source>Place of the cursor. In the plot: drag it, click, or press Left and Right.</source>
        <translation>光标位置。在图中可以拖动、点击，或按左右方向键。</translation>
    </message>
    <message>
        <source>Show x from −6 to 6</source>
        <translation>显示 x 从 −6 到 6 的范围</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
</context>
<context>
    <name>ApproximatorExplorer</name>
    <message>
        <source>Each hidden unit is a step (or with ReLU a kink); their weighted sum is the output. Add units, or switch the fit off and drag the knobs: sideways moves a step, up and down makes it higher.</source>
        <translation>每个隐藏单元是一个台阶（用 ReLU 时是一个折点）；它们的加权和就是输出。增加单元，或关闭拟合并拖动圆钮：左右移动台阶，上下改变高度。</translation>
    </message>
    <message>
        <source>Draw the target</source>
        <translation>画出目标</translation>
    </message>
    <message>
        <source>Draw a curve with the mouse in the upper plot</source>
        <translation>用鼠标在上方的图中画一条曲线</translation>
    </message>
    <message>
        <source>A curve from hidden units</source>
        <translation>由隐藏单元构成的曲线</translation>
    </message>
    <message>
        <source>Error: &lt;b&gt;{rmse}&lt;/b&gt; (root of the mean square), at most &lt;b&gt;{largest}&lt;/b&gt;. {count} parameters.</source>
        <translation>误差：&lt;b&gt;{rmse}&lt;/b&gt;（均方误差的平方根），最大 &lt;b&gt;{largest}&lt;/b&gt;。{count} 个参数。</translation>
    </message>
</context>
<context>
    <name>ApproximatorPlot</name>
    <message>
        <source>A curve made of hidden units</source>
        <translation>由隐藏单元构成的一条曲线</translation>
    </message>
    <message>
        <source>Target and output of the network</source>
        <translation>目标与网络输出</translation>
    </message>
    <message>
        <source>What each hidden unit adds</source>
        <translation>每个隐藏单元的贡献</translation>
    </message>
    <message>
        <source>contribution v·h</source>
        <translation>贡献 v·h</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>output: sum of all contributions and b</source>
        <translation>输出：所有贡献与 b 之和</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>单元 {number}</translation>
    </message>
</context>
<context>
    <name>AutogradExplorer</name>
    <message>
        <source>Type y as an expression in x, and x itself. Values go forwards through the graph, gradients back.</source>
        <translation>把 y 写成 x 的表达式，再输入 x。数值在图中正向传递，梯度反向传回。</translation>
    </message>
    <message>
        <source>For example 2 * dot(x.T, x), sum(exp(x)), relu(x) ** 2; press Enter</source>
        <translation>例如 2 * dot(x.T, x)、sum(exp(x))、relu(x) ** 2；按回车确认</translation>
    </message>
    <message>
        <source>A number, a vector such as [0, 1, 2, 3], or a matrix such as [[1, 2], [3, 4]]</source>
        <translation>一个数、一个向量（如 [0, 1, 2, 3]）或一个矩阵（如 [[1, 2], [3, 4]]）</translation>
    </message>
    <message>
        <source>Automatic differentiation</source>
        <translation>自动求梯度</translation>
    </message>
    <message>
        <source>y = {0}    at x = {1}</source>
        <translation>y = {0}    其中 x = {1}</translation>
    </message>
    <message>
        <source>In each node: above, in blue, its value; below, in orange, the gradient of L, the sum of y.</source>
        <translation>每个节点中：上方蓝色是它的值，下方橙色是 L（y 的各元素之和）对它的梯度。</translation>
    </message>
    <message>
        <source>Gradient of {0}</source>
        <translation>{0} 的梯度</translation>
    </message>
    <message>
        <source>Check: y or its gradient is not finite at this x, as for log or sqrt of what is not positive, or where numbers grow too large.</source>
        <translation>检查：y 或其梯度在此 x 处不是有限值，例如对非正数取 log 或 sqrt，或数值增长过大。</translation>
    </message>
    <message>
        <source>Check: (L(x + h) − L(x − h)) / 2h for each entry of x agrees with x.grad. Largest difference: {0}.</source>
        <translation>检查：对 x 的每个元素，(L(x + h) − L(x − h)) / 2h 与 x.grad 一致。最大差值：{0}。</translation>
    </message>
    <message>
        <source>Check: (L(x + h) − L(x − h)) / 2h differs from x.grad by {0}. At a kink, as of relu or abs at 0, there is no single gradient; with very large numbers float32 is too coarse.</source>
        <translation>检查：(L(x + h) − L(x − h)) / 2h 与 x.grad 相差 {0}。在折点处（如 relu 或 abs 在 0 处）梯度不唯一；数值很大时 float32 精度不够。</translation>
    </message>
</context>
<context>
    <name>AxisRow</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>BallExplorer</name>
    <message>
        <source>Contours and norm ball</source>
        <translation>等高线与范数球</translation>
    </message>
    <message>
        <source>Best {0}</source>
        <translation>最佳 {0}</translation>
    </message>
    <message>
        <source>Minimum at &lt;b&gt;{first} = {x}, {second} = {y}&lt;/b&gt;, norm r = {r}. {note}</source>
        <translation>最小值在 &lt;b&gt;{first} = {x}，{second} = {y}&lt;/b&gt;，范数 r = {r}。{note}</translation>
    </message>
    <message>
        <source>Without a penalty it is the star.</source>
        <translation>没有惩罚时，它就是星号处。</translation>
    </message>
    <message>
        <source>The bias costs nothing: it moves only to make up for the smaller weight.</source>
        <translation>偏差不受惩罚：它移动只是为了补偿变小的权重。</translation>
    </message>
    <message>
        <source>Both are exactly 0.</source>
        <translation>两者都恰好为 0。</translation>
    </message>
    <message>
        <source>{0} is exactly 0: the contour touches a corner of the ball.</source>
        <translation>{0} 恰好为 0：等高线与球相切于一个角。</translation>
    </message>
    <message>
        <source>L2 makes both smaller, and neither exactly 0.</source>
        <translation>L2 使两者都变小，但都不会恰好为 0。</translation>
    </message>
    <message>
        <source>The contour touches an edge of the ball, not yet a corner.</source>
        <translation>等高线与球的一条边相切，尚未到角。</translation>
    </message>
</context>
<context>
    <name>BallPath</name>
    <message>
        <source>Parameters of the minimum over λ</source>
        <translation>最小值处的参数随 λ 的变化</translation>
    </message>
    <message>
        <source>Minimum over λ</source>
        <translation>最小值随 λ 的变化</translation>
    </message>
    <message>
        <source>parameters of the minimum</source>
        <translation>最小值处的参数</translation>
    </message>
    <message>
        <source>λ = {lam}&lt;br&gt;{first} = {x}&lt;br&gt;{second} = {y}</source>
        <translation>λ = {lam}&lt;br&gt;{first} = {x}&lt;br&gt;{second} = {y}</translation>
    </message>
</context>
<context>
    <name>BallPlane</name>
    <message>
        <source>Contours of the loss and the ball of the penalty</source>
        <translation>损失的等高线与惩罚项的球</translation>
    </message>
    <message>
        <source>Loss, penalty and their minimum</source>
        <translation>损失、惩罚项及其最小值</translation>
    </message>
    <message>
        <source>least loss (drag)</source>
        <translation>最小损失（可拖动）</translation>
    </message>
    <message>
        <source>with penalty</source>
        <translation>带惩罚</translation>
    </message>
    <message>
        <source>its contour</source>
        <translation>过此点的等高线</translation>
    </message>
    <message>
        <source>strip |w| ≤ r</source>
        <translation>带状区域 |w| ≤ r</translation>
    </message>
    <message>
        <source>its ball, r</source>
        <translation>范数球，半径 r</translation>
    </message>
    <message>
        <source>λ = 0 … {0}</source>
        <translation>λ = 0 … {0}</translation>
    </message>
    <message>
        <source>{first} = {x}, {second} = {y}&lt;br&gt;loss {loss} + penalty {cost} = &lt;b&gt;{whole}&lt;/b&gt;</source>
        <translation>{first} = {x}，{second} = {y}&lt;br&gt;损失 {loss} + 惩罚 {cost} = &lt;b&gt;{whole}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>running, {0} %</source>
        <translation>正在运行，{0} %</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>inside the band</source>
        <translation>在区间内</translation>
    </message>
    <message>
        <source>outside the band</source>
        <translation>在区间外</translation>
    </message>
    <message>
        <source>could not be run</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <source>here {0}</source>
        <translation>本机 {0}</translation>
    </message>
    <message>
        <source>book {0}</source>
        <translation>书中 {0}</translation>
    </message>
</context>
<context>
    <name>BookBadge</name>
    <message>
        <source>here {0}</source>
        <translation>本机 {0}</translation>
    </message>
    <message>
        <source>book {0}</source>
        <translation>书中 {0}</translation>
    </message>
    <message>
        <source>band {0}: {1}</source>
        <translation>区间 {0}：{1}</translation>
    </message>
    <message>
        <source>A band is what any seed must reach. The tab Book has all rows.</source>
        <translation>区间是任何随机种子都必须达到的范围。“书中结果”标签页列出了所有条目。</translation>
    </message>
</context>
<context>
    <name>BookBox</name>
    <message>
        <source>Book</source>
        <translation>书中结果</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Repeat it here</source>
        <translation>在这里重复</translation>
    </message>
    <message>
        <source>The book's result</source>
        <translation>书中的结果</translation>
    </message>
</context>
<context>
    <name>BookDetail</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Make its preset the present experiment, as File &gt; Presets does</source>
        <translation>把对应的预设作为当前实验，与“文件 &gt; 预设”相同</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>书中</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>区间</translation>
    </message>
</context>
<context>
    <name>BookView</name>
    <message>
        <source>Run all</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>Run all rows side by side, in processes of their own</source>
        <translation>在各自的进程中并行运行所有条目</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give up the rows that are not done; what is done is kept</source>
        <translation>放弃未完成的条目；已完成的予以保留</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>运行 {0}</translation>
    </message>
    <message>
        <source>Open {0} as the experiment</source>
        <translation>把 {0} 作为实验打开</translation>
    </message>
    <message>
        <source>Give up {0}</source>
        <translation>放弃 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} inside the band</source>
        <translation>{1} 项中有 {0} 项在区间内</translation>
    </message>
    <message>
        <source>{0} outside</source>
        <translation>{0} 项在区间外</translation>
    </message>
    <message>
        <source>{0} could not be run</source>
        <translation>{0} 项无法运行</translation>
    </message>
    <message>
        <source>{0} running</source>
        <translation>{0} 项运行中</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} 项等待中</translation>
    </message>
    <message>
        <source>{0} not run yet</source>
        <translation>{0} 项尚未运行</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>书中</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results of the book</source>
        <translation>书中的结果</translation>
    </message>
</context>
<context>
    <name>BoundaryPlot</name>
    <message>
        <source>What the network says between the samples</source>
        <translation>样本之间网络给出的答案</translation>
    </message>
    <message>
        <source>prediction ŷ</source>
        <translation>预测 ŷ</translation>
    </message>
    <message>
        <source>probability of the likeliest class (%)</source>
        <translation>最可能类别的概率 (%)</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>{where}&lt;br&gt;network: ŷ = {y}</source>
        <translation>{where}&lt;br&gt;网络：ŷ = {y}</translation>
    </message>
    <message>
        <source>network: ŷ = {y}</source>
        <translation>网络：ŷ = {y}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选中</translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Show what the network says all over the plane</source>
        <translation>显示网络在整个平面上给出的答案</translation>
    </message>
    <message>
        <source>Loss bowl</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <source>Show the loss over both weights, and the way that they take through it</source>
        <translation>显示损失随两个权重的变化，以及权重在其上走过的路径</translation>
    </message>
    <message>
        <source>Discretise</source>
        <translation>离散化</translation>
    </message>
    <message>
        <source>Show only which answer is given, not how sure it is</source>
        <translation>只显示给出哪个答案，不显示有多确定</translation>
    </message>
    <message>
        <source>Validation and test points</source>
        <translation>验证样本和测试样本</translation>
    </message>
    <message>
        <source>Show the samples that are not trained on, too</source>
        <translation>同时显示未用于训练的样本</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>Show the bowl as a surface that can be turned</source>
        <translation>把损失显示为可以旋转的曲面</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>The picture appears as soon as the data are loaded.</source>
        <translation>数据加载完成后，这里会立即显示图像。</translation>
    </message>
    <message>
        <source>{data} cannot be drawn in a plane</source>
        <translation>{data} 无法画在平面上</translation>
    </message>
    <message>
        <source>The boundary is seen with data that lie in a plane or over an axis: choose one of the classes in the plane, or a regression with one or two inputs.</source>
        <translation>决策边界适用于平面上或一条轴上的数据：请选择平面上的分类数据，或者有一个或两个输入的回归数据。</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>Press Train to see what the network says.</source>
        <translation>按“训练”看看网络给出什么答案。</translation>
    </message>
    <message>
        <source>Some answers are no numbers any more: press Reset and lower the learning rate.</source>
        <translation>有些答案已不再是数：请按“重置”并降低学习率。</translation>
    </message>
    <message>
        <source>{name} bowl</source>
        <translation>{name} 损失曲面</translation>
    </message>
    <message>
        <source>{name} boundary</source>
        <translation>{name} 决策边界</translation>
    </message>
</context>
<context>
    <name>Bowl3D</name>
    <message>
        <source>The bowl in 3-D needs the package PyOpenGL: install gluon-lab[3d].</source>
        <translation>3-D 损失曲面需要 PyOpenGL 软件包：请安装 gluon-lab[3d]。</translation>
    </message>
    <message>
        <source>The bowl in 3-D needs OpenGL, which cannot be used here.</source>
        <translation>3-D 损失曲面需要 OpenGL，而这里无法使用。</translation>
    </message>
    <message>
        <source>w₁ from {low} to {high}</source>
        <translation>w₁ 从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>w₂ from {low} to {high}</source>
        <translation>w₂ 从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>loss up to {loss}</source>
        <translation>损失最高 {loss}</translation>
    </message>
    <message>
        <source>the way of the weights</source>
        <translation>权重的路径</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小二乘解</translation>
    </message>
</context>
<context>
    <name>BowlPlot</name>
    <message>
        <source>Loss over both weights</source>
        <translation>损失随两个权重的变化</translation>
    </message>
    <message>
        <source>the way of the weights, step by step</source>
        <translation>权重的逐步路径</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>least squares (closed form)</source>
        <translation>最小二乘解（解析解）</translation>
    </message>
    <message>
        <source>equal loss</source>
        <translation>等损失线</translation>
    </message>
    <message>
        <source>loss, with the best bias for each w</source>
        <translation>损失（每个 w 都取最佳的 b）</translation>
    </message>
    <message>
        <source>&lt;b&gt;step {step}&lt;/b&gt;, b = {b}&lt;br&gt;</source>
        <translation>&lt;b&gt;第 {step} 步&lt;/b&gt;，b = {b}&lt;br&gt;</translation>
    </message>
    <message>
        <source>w₁ = {w1}, w₂ = {w2}&lt;br&gt;loss {loss} with the best b = {b}</source>
        <translation>w₁ = {w1}，w₂ = {w2}&lt;br&gt;取最佳 b = {b} 时损失为 {loss}</translation>
    </message>
</context>
<context>
    <name>BroadcastPicture</name>
    <message>
        <source>no result</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>result  {0}</source>
        <translation>结果  {0}</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>BroadcastingExplorer</name>
    <message>
        <source>Arrays of different shapes can be added when their sizes, read from the right, are equal or 1. Drag a size, or type shapes.</source>
        <translation>形状不同的数组，从右往左对齐后各维大小相等或为 1 时就可以相加。拖动某一维的大小，或直接输入形状。</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Two or three shapes, such as (4,3)+(3,) or (2,1)*(3,); press Enter</source>
        <translation>两个或三个形状，如 (4,3)+(3,) 或 (2,1)*(3,)；按回车确认</translation>
    </message>
    <message>
        <source>Third array</source>
        <translation>第三个数组</translation>
    </message>
    <message>
        <source>Broadcasting</source>
        <translation>广播机制</translation>
    </message>
    <message>
        <source>Broadcasting {0}</source>
        <translation>广播 {0}</translation>
    </message>
    <message>
        <source>MXNet says: {0}</source>
        <translation>MXNet 的提示：{0}</translation>
    </message>
</context>
<context>
    <name>ByClassView</name>
    <message>
        <source>Worst first</source>
        <translation>最差优先</translation>
    </message>
    <message>
        <source>Put the class that is recognised least on top</source>
        <translation>把识别得最差的类别放在最上面</translation>
    </message>
    <message>
        <source>Validation part, {when}: {right} of {samples} recognised ({share})</source>
        <translation>验证集，{when}：{samples} 个样本中识别正确 {right} 个（{share}）</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>训练结束时</translation>
    </message>
    <message>
        <source>after epoch {number}</source>
        <translation>第 {number} 个迭代周期之后</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Press Train to see how much of each class is recognised.</source>
        <translation>按“训练”查看每个类别识别了多少。</translation>
    </message>
    <message>
        <source>No classes</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>This run predicts numbers. Its largest errors stand under Worst.</source>
        <translation>这次运行预测的是数值。误差最大的样本见“最差”。</translation>
    </message>
    <message>
        <source>No validation part</source>
        <translation>没有验证集</translation>
    </message>
    <message>
        <source>Give the data a validation part, whose samples can be counted.</source>
        <translation>请给数据划出验证集，才能统计其中的样本。</translation>
    </message>
    <message>
        <source>No epoch yet</source>
        <translation>还没有完成迭代周期</translation>
    </message>
    <message>
        <source>The classes are counted at the end of each epoch.</source>
        <translation>各类别在每个迭代周期结束时统计。</translation>
    </message>
    <message>
        <source>{name} classes</source>
        <translation>{name} 各类别</translation>
    </message>
</context>
<context>
    <name>CellCurves</name>
    <message>
        <source>Curves of the run</source>
        <translation>运行的曲线</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source> (log)</source>
        <translation>（对数）</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代周期</translation>
    </message>
</context>
<context>
    <name>CellSamples</name>
    <message>
        <source>Close the samples (Esc)</source>
        <translation>关闭样本 (Esc)</translation>
    </message>
    <message>
        <source>Close the samples</source>
        <translation>关闭样本</translation>
    </message>
    <message>
        <source>The samples are shown as soon as the network has answered.</source>
        <translation>网络给出答案后立即显示样本。</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>{number} samples, {when}</source>
        <translation>{number} 个样本，{when}</translation>
    </message>
    <message>
        <source>No sample is in this cell.</source>
        <translation>这个单元格中没有样本。</translation>
    </message>
    <message>
        <source>wrongly taken for {name}</source>
        <translation>误判为{name}</translation>
    </message>
    <message>
        <source>{name} not recognised</source>
        <translation>未识别出{name}</translation>
    </message>
    <message>
        <source>{name} recognised</source>
        <translation>正确识别为{name}</translation>
    </message>
    <message>
        <source>{true} taken for {predicted}</source>
        <translation>{true}被误判为{predicted}</translation>
    </message>
</context>
<context>
    <name>ClassBalance</name>
    <message>
        <source>Classes in the training part</source>
        <translation>训练集中的类别</translation>
    </message>
    <message>
        <source>{name}: {count} of {total} in the training part ({share} %)</source>
        <translation>{name}：训练集 {total} 个样本中有 {count} 个（{share} %）</translation>
    </message>
    <message>
        <source>{number} classes, {low} each</source>
        <translation>{number} 个类别，每类 {low} 个</translation>
    </message>
    <message>
        <source>{number} classes, {low} to {high} each</source>
        <translation>{number} 个类别，每类 {low} 到 {high} 个</translation>
    </message>
</context>
<context>
    <name>ClassBar</name>
    <message>
        <source>Place points of class {name} (key {key})</source>
        <translation>放置类别 {name} 的点（按键 {key}）</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>类别 {name}</translation>
    </message>
</context>
<context>
    <name>ClassRecall</name>
    <message>
        <source>Recall of every class</source>
        <translation>每个类别的召回率</translation>
    </message>
    <message>
        <source>recall: share of the class that is recognised (%)</source>
        <translation>召回率：该类别被识别出的比例 (%)</translation>
    </message>
    <message>
        <source>{right} of {total}</source>
        <translation>{total} 个中的 {right} 个</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>precision {share}: so much of what was taken for it is right</source>
        <translation>精确率 {share}：被判为该类别的样本中正确的比例</translation>
    </message>
    <message>
        <source>most often taken for {name}: {number}</source>
        <translation>最常被误判为{name}：{number} 个</translation>
    </message>
</context>
<context>
    <name>ClassRows</name>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>logit o</source>
        <translation>logit o</translation>
    </message>
    <message>
        <source>probability ŷ</source>
        <translation>概率 ŷ</translation>
    </message>
    <message>
        <source>gradient ŷ − y</source>
        <translation>梯度 ŷ − y</translation>
    </message>
    <message>
        <source>gradient (ŷ − y) / T</source>
        <translation>梯度 (ŷ − y) / T</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>类别 {number}</translation>
    </message>
    <message>
        <source>The sample belongs to this class: y is 1 here and 0 elsewhere.</source>
        <translation>样本属于这个类别：y 在这里为 1，在别处为 0。</translation>
    </message>
    <message>
        <source>Logit of class {number}</source>
        <translation>类别 {number} 的 logit</translation>
    </message>
    <message>
        <source>Probability of class {number}</source>
        <translation>类别 {number} 的概率</translation>
    </message>
    <message>
        <source>Gradient by the logit of class {number}</source>
        <translation>对类别 {number} 的 logit 的梯度</translation>
    </message>
    <message>
        <source>The share of exp(o) of this class in the sum over all classes.</source>
        <translation>这个类别的 exp(o) 在所有类别之和中所占的比例。</translation>
    </message>
    <message>
        <source>A step against the gradient raises the logit of the true class and lowers all others.</source>
        <translation>逆着梯度走一步，会提高真实类别的 logit，降低其他所有类别的 logit。</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>The data are loaded and split into their parts.</source>
        <translation>加载数据并划分为各部分。</translation>
    </message>
    <message>
        <source>The network is built, and its first weights are drawn.</source>
        <translation>构造网络，抽取初始权重。</translation>
    </message>
    <message>
        <source>The next minibatch is taken from the shuffled training samples.</source>
        <translation>从打乱的训练样本中取下一个小批量。</translation>
    </message>
    <message>
        <source>Forward: the network computes its outputs for the minibatch.</source>
        <translation>正向：网络计算小批量的输出。</translation>
    </message>
    <message>
        <source>The loss compares the outputs with what they should be.</source>
        <translation>损失函数比较输出与应有的值。</translation>
    </message>
    <message>
        <source>Backward: autograd computes the gradient of the loss for every parameter.</source>
        <translation>反向：autograd 计算损失对每个参数的梯度。</translation>
    </message>
    <message>
        <source>The optimizer moves every parameter a little against its gradient.</source>
        <translation>优化算法沿每个参数梯度的反方向移动一点。</translation>
    </message>
    <message>
        <source>The epoch is over: the network is evaluated, without learning.</source>
        <translation>迭代周期结束：评估网络，不学习。</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} 个参数</translation>
    </message>
    <message>
        <source>{0} training samples</source>
        <translation>{0} 个训练样本</translation>
    </message>
    <message>
        <source>epoch {0}, batch {1} of {2}</source>
        <translation>迭代周期 {0}，批量 {1} / {2}</translation>
    </message>
    <message>
        <source>loss {0}</source>
        <translation>损失 {0}</translation>
    </message>
    <message>
        <source>training loss {0}</source>
        <translation>训练损失 {0}</translation>
    </message>
    <message>
        <source>validation loss {0}</source>
        <translation>验证损失 {0}</translation>
    </message>
    <message>
        <source>validation loss {0}, {1} {2}</source>
        <translation>验证损失 {0}，{1} {2}</translation>
    </message>
</context>
<context>
    <name>CodeFiles</name>
    <message>
        <source>Saving {file}…</source>
        <translation>正在保存 {file}…</translation>
    </message>
    <message>
        <source>Saved {file}, and {data} beside it.</source>
        <translation>已保存 {file}，数据 {data} 在其旁边。</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>The program was not saved.</source>
        <translation>程序没有保存。</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Program of the experiment</source>
        <translation>实验的程序</translation>
    </message>
    <message>
        <source>Enter goes to the setting that a line speaks of.</source>
        <translation>按回车可转到某一行所对应的设置。</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>Train batch by batch, and mark the lines that are executed: forward, loss, backward, update</source>
        <translation>逐个批量训练，并标出正在执行的行：正向、损失、反向、更新</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>缩小字号</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy what is selected, or the whole program</source>
        <translation>复制所选内容，或整个程序</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save as a Python program or as a notebook, with its data beside it</source>
        <translation>保存为 Python 程序或笔记本，数据放在其旁边</translation>
    </message>
    <message>
        <source>Concise</source>
        <translation>简洁</translation>
    </message>
    <message>
        <source>The network as a Sequential, as short as Gluon allows</source>
        <translation>用 Sequential 写的网络，Gluon 允许的最短写法</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>The network as a class of its own, with its forward written out</source>
        <translation>把网络写成自己的类，写出它的 forward</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Only NDArray and autograd: layers, loss and optimizer written by hand</source>
        <translation>只用 NDArray 和 autograd：层、损失函数和优化算法都手写</translation>
    </message>
    <message>
        <source>There is no such program for this experiment</source>
        <translation>这个实验没有这样的程序</translation>
    </message>
    <message>
        <source>Copied what is selected.</source>
        <translation>已复制所选内容。</translation>
    </message>
    <message>
        <source>Copied the program.</source>
        <translation>已复制程序。</translation>
    </message>
</context>
<context>
    <name>CollapseExplorer</name>
    <message>
        <source>Left the stack, right a single Dense layer with W and b. Without an activation both say the same everywhere, whatever the numbers: drag some. Then put an activation between the layers.</source>
        <translation>左边是堆叠的层，右边是带 W 和 b 的单个 Dense 层。没有激活函数时，无论数值如何，两者处处相同：拖动几个试试。然后在层之间放一个激活函数。</translation>
    </message>
    <message>
        <source>Stacked linear layers</source>
        <translation>堆叠的线性层</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>新的权重</translation>
    </message>
    <message>
        <source>Largest difference on {count} points of the plane: &lt;b&gt;{difference}&lt;/b&gt;: rounding only.</source>
        <translation>平面上 {count} 个点处的最大差异：&lt;b&gt;{difference}&lt;/b&gt;：只是舍入误差。</translation>
    </message>
    <message>
        <source>Largest difference on {count} points of the plane: &lt;b&gt;{difference}&lt;/b&gt;. No single layer can say what the stack says. Dashed: where a unit of the first layer is 0.</source>
        <translation>平面上 {count} 个点处的最大差异：&lt;b&gt;{difference}&lt;/b&gt;。没有单个层能表达堆叠层所表达的。虚线：第一层某个单元为 0 的地方。</translation>
    </message>
</context>
<context>
    <name>CollapseMaps</name>
    <message>
        <source>Outputs over the plane</source>
        <translation>平面上的输出</translation>
    </message>
    <message>
        <source>stack of {count} layers</source>
        <translation>{count} 层的堆叠</translation>
    </message>
    <message>
        <source>one Dense layer</source>
        <translation>一个 Dense 层</translation>
    </message>
    <message>
        <source>output ŷ</source>
        <translation>输出 ŷ</translation>
    </message>
    <message>
        <source>x₁ = {x1}, x₂ = {x2}&lt;br&gt;stack: &lt;b&gt;{stack}&lt;/b&gt;&lt;br&gt;single layer: &lt;b&gt;{single}&lt;/b&gt;</source>
        <translation>x₁ = {x1}，x₂ = {x2}&lt;br&gt;堆叠：&lt;b&gt;{stack}&lt;/b&gt;&lt;br&gt;单层：&lt;b&gt;{single}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>用作</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>many texts</source>
        <translation>多种文本</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Write the number of samples into the cells</source>
        <translation>在单元格中显示样本数</translation>
    </message>
    <message>
        <source>Percent of the class</source>
        <translation>占该类别的百分比</translation>
    </message>
    <message>
        <source>Write into the cells how much of their true class they hold</source>
        <translation>在单元格中显示占真实类别的百分比</translation>
    </message>
    <message>
        <source>{wrong} of {samples} wrong ({share})</source>
        <translation>{samples} 个样本中错误 {wrong} 个（{share}）</translation>
    </message>
    <message>
        <source>Validation part, at the end (epoch {number})</source>
        <translation>验证集，训练结束时（第 {number} 个迭代周期）</translation>
    </message>
    <message>
        <source>Validation part, after epoch {number}</source>
        <translation>验证集，第 {number} 个迭代周期之后</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <source>Press Train to see which classes are taken for which others.</source>
        <translation>按“训练”查看哪些类别被误判为哪些类别。</translation>
    </message>
    <message>
        <source>No classes</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>This run predicts numbers. Its largest errors stand under Worst.</source>
        <translation>这次运行预测的是数值。误差最大的样本见“最差”。</translation>
    </message>
    <message>
        <source>No validation part</source>
        <translation>没有验证集</translation>
    </message>
    <message>
        <source>This run has no validation part whose mistakes could be counted. Give it one in the data.</source>
        <translation>这次运行没有可以统计错误的验证集。请在数据中设置验证集。</translation>
    </message>
    <message>
        <source>Nothing counted yet</source>
        <translation>还没有统计</translation>
    </message>
    <message>
        <source>Mistakes are counted at the end of each epoch.</source>
        <translation>错误在每个迭代周期结束时统计。</translation>
    </message>
    <message>
        <source>precision of {name}: {share} of what was taken for it is right</source>
        <translation>{name}的精确率：被判为它的样本中有 {share} 是对的</translation>
    </message>
    <message>
        <source>recall of {name}: {share} of it is recognised</source>
        <translation>{name}的召回率：其中 {share} 被识别出来</translation>
    </message>
    <message>
        <source>{true} recognised: {count} of {total}</source>
        <translation>{true}识别正确：{total} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>{true} taken for {predicted}: {count} of {total}</source>
        <translation>{true}被误判为{predicted}：{total} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>{name} mistakes</source>
        <translation>{name} 错误</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision (%)</source>
        <translation>精确率 (%)</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
</context>
<context>
    <name>ConvergencePlot</name>
    <message>
        <source>Mean and variance of the first n samples</source>
        <translation>前 n 个样本的均值和方差</translation>
    </message>
    <message>
        <source>Mean of the first n samples</source>
        <translation>前 n 个样本的均值</translation>
    </message>
    <message>
        <source>Variance of the first n samples</source>
        <translation>前 n 个样本的方差</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>n, number of samples</source>
        <translation>样本数 n</translation>
    </message>
    <message>
        <source>first n samples</source>
        <translation>前 n 个样本</translation>
    </message>
    <message>
        <source>true value</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>95 % of all runs</source>
        <translation>95 % 的情况</translation>
    </message>
    <message>
        <source>&lt;b&gt;n = {n}&lt;/b&gt;&lt;br&gt;mean: {mean} (of the distribution: {true_mean} ± {mean_reach})&lt;br&gt;variance: {variance} (of the distribution: {true_variance} ± {variance_reach})</source>
        <translation>&lt;b&gt;n = {n}&lt;/b&gt;&lt;br&gt;均值：{mean}（分布的均值：{true_mean} ± {mean_reach}）&lt;br&gt;方差：{variance}（分布的方差：{true_variance} ± {variance_reach}）</translation>
    </message>
</context>
<context>
    <name>CurvesPlot</name>
    <message>
        <source>Losses and gradients</source>
        <translation>损失与梯度</translation>
    </message>
    <message>
        <source>Loss over p</source>
        <translation>损失随 p 的变化</translation>
    </message>
    <message>
        <source>Gradient over o</source>
        <translation>梯度随 o 的变化</translation>
    </message>
    <message>
        <source>loss ℓ</source>
        <translation>损失 ℓ</translation>
    </message>
    <message>
        <source>predicted probability p of the true class</source>
        <translation>真实类别的预测概率 p</translation>
    </message>
    <message>
        <source>gradient ∂ℓ/∂o</source>
        <translation>梯度 ∂ℓ/∂o</translation>
    </message>
    <message>
        <source>logit o of the true class</source>
        <translation>真实类别的 logit o</translation>
    </message>
</context>
<context>
    <name>CurvesTab</name>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Show the list of runs (Ctrl+R)</source>
        <translation>显示运行记录列表 (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Curves of the loss and of the chosen figure</source>
        <translation>损失和所选指标的曲线</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Show the loss on an axis of powers of ten</source>
        <translation>用 10 的幂为刻度显示损失</translation>
    </message>
    <message>
        <source>Every batch</source>
        <translation>每个批量</translation>
    </message>
    <message>
        <source>Show the values of every batch as a thin line</source>
        <translation>用细线显示每个批量的值</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>显示整个运行过程</translation>
    </message>
    <message>
        <source>compared with {names}</source>
        <translation>与 {names} 比较</translation>
    </message>
    <message>
        <source>loss without penalty</source>
        <translation>不含惩罚的损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>{0} (log)</source>
        <translation>{0}（对数）</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代周期</translation>
    </message>
    <message>
        <source>training, each batch</source>
        <translation>训练，每个批量</translation>
    </message>
    <message>
        <source>training, each epoch</source>
        <translation>训练，每个迭代周期</translation>
    </message>
    <message>
        <source>validation, each epoch</source>
        <translation>验证，每个迭代周期</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>and {count} more that are not drawn</source>
        <translation>另有 {count} 条未画出</translation>
    </message>
    <message>
        <source>{count} of another task, not drawn</source>
        <translation>{count} 条属于其他任务，未画出</translation>
    </message>
    <message>
        <source>{count} of another data set, not drawn</source>
        <translation>{count} 条属于其他数据集，未画出</translation>
    </message>
    <message>
        <source>{name} curves</source>
        <translation>{name} 曲线</translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation>权重范数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>L2 norm of the weights</source>
        <translation>权重的 L2 范数</translation>
    </message>
    <message>
        <source>{figure} (%)</source>
        <translation>{figure} (%)</translation>
    </message>
    <message>
        <source>the network has the parameters of epoch {0} again</source>
        <translation>网络恢复为第 {0} 个迭代周期的参数</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>best validation accuracy: epoch {epoch}, {value}</source>
        <translation>最高验证准确率：第 {epoch} 个迭代周期，{value}</translation>
    </message>
    <message>
        <source>lowest validation loss: epoch {epoch}, {value}</source>
        <translation>最低验证损失：第 {epoch} 个迭代周期，{value}</translation>
    </message>
    <message>
        <source>lowest training loss: epoch {epoch}, {value}</source>
        <translation>最低训练损失：第 {epoch} 个迭代周期，{value}</translation>
    </message>
    <message>
        <source>layer {layer}: unit {unit} on</source>
        <translation>第 {layer} 层：打开单元 {unit}</translation>
    </message>
    <message>
        <source>layer {layer}: unit {unit} off</source>
        <translation>第 {layer} 层：关闭单元 {unit}</translation>
    </message>
    <message>
        <source>dropout {number}</source>
        <translation>丢弃率 {number}</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>lr</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
</context>
<context>
    <name>DataExport</name>
    <message>
        <source>Writing {file}…</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消，没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>DataOverview</name>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Draw other samples: with another data seed</source>
        <translation>换一个数据种子，生成另一批样本</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>{count} training</source>
        <translation>训练 {count}</translation>
    </message>
    <message>
        <source>{count} validation</source>
        <translation>验证 {count}</translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation>测试 {count}</translation>
    </message>
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>Preview of the data</source>
        <translation>数据预览</translation>
    </message>
</context>
<context>
    <name>DataSourceBar</name>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Download ({size} MB)</source>
        <translation>下载（{size} MB）</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Downloading: {done} of {total} MB</source>
        <translation>正在下载：{done} / {total} MB</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>正在下载…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the samples as points</source>
        <translation>以点的形式显示样本</translation>
    </message>
    <message>
        <source>Show the numbers of every sample and the network's answer</source>
        <translation>显示每个样本的数值和网络的答案</translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation>显示所有样本</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Remove all points</source>
        <translation>移除所有点</translation>
    </message>
    <message>
        <source>Click: place a point. Click on a point, or right click: remove it.</source>
        <translation>点击：放置一个点。点击已有的点或右击：移除它。</translation>
    </message>
    <message>
        <source>With the keyboard: the arrow keys move a cursor, with Shift farther; Space places a point, Delete removes it, 1 to 8 choose the class.</source>
        <translation>用键盘：方向键移动光标，加 Shift 移动更远；空格键放置点，Delete 键移除点，1 到 8 选择类别。</translation>
    </message>
    <message>
        <source>{drawn} of {total} samples drawn</source>
        <translation>已画出 {total} 个样本中的 {drawn} 个</translation>
    </message>
</context>
<context>
    <name>DeferredExplorer</name>
    <message>
        <source>When do parameters get their shapes and their numbers? Take one step after the other, and look.</source>
        <translation>参数何时得到形状，何时得到数值？一步一步来，边做边看。</translation>
    </message>
    <message>
        <source>Parameters and deferred initialisation</source>
        <translation>参数与延后初始化</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>MXNet is asked…</source>
        <translation>正在询问 MXNet…</translation>
    </message>
    <message>
        <source>{0}: no numbers yet</source>
        <translation>{0}：还没有数值</translation>
    </message>
    <message>
        <source>{name}: mean {mean}, std {std}</source>
        <translation>{name}：均值 {mean}，σ {std}</translation>
    </message>
    <message>
        <source>Constructed. All shapes are known already, since every in_units is given.</source>
        <translation>已构造。每一层都给出了 in_units，所有形状已经确定。</translation>
    </message>
    <message>
        <source>Constructed. {number} of {all} parameters have a 0 in their shape: how many inputs their layer gets is not known yet.</source>
        <translation>已构造。{all} 个参数中有 {number} 个的形状里含 0：所在层的输入个数还不知道。</translation>
    </message>
    <message>
        <source>Initialised, but {number} of {all} parameters still have no numbers: without their shapes, their initialisation is deferred to the first forward pass.</source>
        <translation>已调用初始化，但 {all} 个参数中有 {number} 个仍没有数值：形状未知，它们的初始化延后到第一次前向计算。</translation>
    </message>
    <message>
        <source>Initialised again: the standard deviation of net[0].weight went from {before} to {now}; the shapes stay.</source>
        <translation>已重新初始化：net[0].weight 的标准差从 {before} 变为 {now}；形状不变。</translation>
    </message>
    <message>
        <source>Initialised at once: with every in_units given, nothing has to wait for an X.</source>
        <translation>立即完成了初始化：每一层都给出了 in_units，不必等待 X。</translation>
    </message>
    <message>
        <source>X has gone through the network: every shape is known, and every parameter has numbers.</source>
        <translation>X 已经通过网络：所有形状都已确定，每个参数都有了数值。</translation>
    </message>
</context>
<context>
    <name>DenseCard</name>
    <message>
        <source>Activation of {0}</source>
        <translation>{0} 的激活函数</translation>
    </message>
    <message>
        <source>Units of {0}</source>
        <translation>{0} 的单元数</translation>
    </message>
    <message>
        <source>in_units of {0}</source>
        <translation>{0} 的 in_units</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>删除 {0}</translation>
    </message>
    <message>
        <source>Parameters of {0}</source>
        <translation>{0} 的参数</translation>
    </message>
    <message>
        <source>units </source>
        <translation>单元 </translation>
    </message>
    <message>
        <source>in </source>
        <translation>in </translation>
    </message>
</context>
<context>
    <name>DepthExplorer</name>
    <message>
        <source>Depth and gradients</source>
        <translation>深度与梯度</translation>
    </message>
    <message>
        <source>Keep to compare</source>
        <translation>保留以供比较</translation>
    </message>
    <message>
        <source>Leave these curves in the picture, dashed, under those that follow</source>
        <translation>把这些曲线以虚线留在图中，衬在之后的曲线下面</translation>
    </message>
    <message>
        <source>ReLU, Normal 0.1: vanishes</source>
        <translation>ReLU，Normal 0.1：消失</translation>
    </message>
    <message>
        <source>ReLU, Normal 0.4: explodes</source>
        <translation>ReLU，Normal 0.4：爆炸</translation>
    </message>
    <message>
        <source>Sigmoid, Normal 0.1: vanishes</source>
        <translation>Sigmoid，Normal 0.1：消失</translation>
    </message>
    <message>
        <source>ReLU, Xavier: vanishes slowly</source>
        <translation>ReLU，Xavier：缓慢消失</translation>
    </message>
    <message>
        <source>ReLU, He: the way out</source>
        <translation>ReLU，He：解决办法</translation>
    </message>
    <message>
        <source>tanh, Xavier: the way out</source>
        <translation>tanh，Xavier：解决办法</translation>
    </message>
    <message>
        <source>No activation, orthogonal: exactly kept</source>
        <translation>无激活函数，正交：完全保持</translation>
    </message>
    <message>
        <source>&lt;b&gt;Overflow.&lt;/b&gt; Outputs and gradients have left the range of float32: they are infinite or NaN.</source>
        <translation>&lt;b&gt;溢出。&lt;/b&gt;输出和梯度超出了 float32 的范围：变为无穷大或 NaN。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The gradient of the first layer is exactly 0:&lt;/b&gt; it learns nothing.</source>
        <translation>&lt;b&gt;第一层的梯度恰好为 0：&lt;/b&gt;它什么也学不到。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Vanishing:&lt;/b&gt; gradient {first} in the first layer, {last} in the last. Outputs end at σ = {output}.</source>
        <translation>&lt;b&gt;梯度消失：&lt;/b&gt;第一层的梯度为 {first}，最后一层为 {last}。输出最终 σ = {output}。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Exploding:&lt;/b&gt; gradient {first} in the first layer, {last} in the last. Outputs end at σ = {output}.</source>
        <translation>&lt;b&gt;梯度爆炸：&lt;/b&gt;第一层的梯度为 {first}，最后一层为 {last}。输出最终 σ = {output}。</translation>
    </message>
    <message>
        <source>&lt;b&gt;All layers can learn:&lt;/b&gt; gradient {first} in the first layer, {last} in the last. Outputs end at σ = {output}.</source>
        <translation>&lt;b&gt;所有层都能学习：&lt;/b&gt;第一层的梯度为 {first}，最后一层为 {last}。输出最终 σ = {output}。</translation>
    </message>
    <message>
        <source>Gradients through {layers} layers: {settings}</source>
        <translation>穿过 {layers} 层的梯度：{settings}</translation>
    </message>
</context>
<context>
    <name>DepthPlot</name>
    <message>
        <source>Gradients and outputs of every layer</source>
        <translation>每一层的梯度和输出</translation>
    </message>
    <message>
        <source>Gradients of the weights, layer by layer</source>
        <translation>各层权重的梯度</translation>
    </message>
    <message>
        <source>Outputs, layer by layer</source>
        <translation>各层的输出</translation>
    </message>
    <message>
        <source>mean |gradient|</source>
        <translation>梯度绝对值的均值</translation>
    </message>
    <message>
        <source>σ of the outputs</source>
        <translation>输出的 σ</translation>
    </message>
    <message>
        <source>layer, from the input (left) to the output (right)</source>
        <translation>层，从输入（左）到输出（右）</translation>
    </message>
    <message>
        <source>vanishing below 10⁻⁷</source>
        <translation>低于 10⁻⁷ 为消失</translation>
    </message>
    <message>
        <source>exploding above 10</source>
        <translation>高于 10 为爆炸</translation>
    </message>
    <message>
        <source>as the inputs</source>
        <translation>与输入相同</translation>
    </message>
    <message>
        <source>gradient of the weights</source>
        <translation>权重的梯度</translation>
    </message>
    <message>
        <source>standard deviation of the outputs</source>
        <translation>输出的标准差</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>恰好为 0</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>不是有限值</translation>
    </message>
    <message>
        <source>kept: {0}</source>
        <translation>保留：{0}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Inputs&lt;/b&gt;&lt;br&gt;σ = {0}</source>
        <translation>&lt;b&gt;输入&lt;/b&gt;&lt;br&gt;σ = {0}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer {layer}&lt;/b&gt;&lt;br&gt;mean |gradient|: {gradient}&lt;br&gt;σ of the outputs: {output}</source>
        <translation>&lt;b&gt;第 {layer} 层&lt;/b&gt;&lt;br&gt;梯度绝对值的均值：{gradient}&lt;br&gt;输出的 σ：{output}</translation>
    </message>
</context>
<context>
    <name>DescentPlot</name>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Gradient descent on o</source>
        <translation>对 o 做梯度下降</translation>
    </message>
    <message>
        <source>probability p</source>
        <translation>概率 p</translation>
    </message>
    <message>
        <source>steps of gradient descent</source>
        <translation>梯度下降的步数</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Experiments (*.gluonlab.json);;All files (*)</source>
        <translation>实验 (*.gluonlab.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Experiments (*.gluonlab.json)</source>
        <translation>实验 (*.gluonlab.json)</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.npz *idx*ubyte *idx*ubyte.gz);;All files (*)</source>
        <translation>数据 (*.csv *.tsv *.txt *.npz *idx*ubyte *idx*ubyte.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>打开数据</translation>
    </message>
    <message>
        <source>Open the other file: images and labels</source>
        <translation>打开另一个文件：图像和标签</translation>
    </message>
    <message>
        <source>IDX files (*);;All files (*)</source>
        <translation>IDX 文件 (*);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of images for each class</source>
        <translation>打开一个文件夹，其中每个类别的图像各占一个子文件夹</translation>
    </message>
    <message>
        <source>Load parameters</source>
        <translation>加载参数</translation>
    </message>
    <message>
        <source>Gluon parameters (*.params);;All files (*)</source>
        <translation>Gluon 参数 (*.params);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Gluon parameters (*.params)</source>
        <translation>Gluon 参数 (*.params)</translation>
    </message>
    <message>
        <source>Save parameters</source>
        <translation>保存参数</translation>
    </message>
    <message>
        <source>Layer from a file</source>
        <translation>来自文件的层</translation>
    </message>
    <message>
        <source>Python files (*.py);;All files (*)</source>
        <translation>Python 文件 (*.py);;所有文件 (*)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>NumPy 数组 (*.npz)</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Python program (*.py)</source>
        <translation>Python 程序 (*.py)</translation>
    </message>
    <message>
        <source>Notebook (*.ipynb)</source>
        <translation>笔记本 (*.ipynb)</translation>
    </message>
    <message>
        <source>Save program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation>导出运行记录</translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation>打开参数扫描</translation>
    </message>
    <message>
        <source>Sweeps (*.gluonlab-sweep.json);;All files (*)</source>
        <translation>参数扫描 (*.gluonlab-sweep.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Sweeps (*.gluonlab-sweep.json)</source>
        <translation>参数扫描 (*.gluonlab-sweep.json)</translation>
    </message>
    <message>
        <source>Save sweep</source>
        <translation>保存参数扫描</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要保存对“{0}”的更改吗？</translation>
    </message>
    <message>
        <source>Without saving, they are lost.</source>
        <translation>不保存的话，这些更改将会丢失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Don't save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>{0} exists already. Replace it?</source>
        <translation>{0} 已存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>DrawCanvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>The arrow keys move a pen, Space puts it down or lifts it, Delete clears the canvas.</source>
        <translation>方向键移动画笔，空格键落笔或提笔，Delete 键清空画布。</translation>
    </message>
</context>
<context>
    <name>DropoutPlot</name>
    <message>
        <source>Masks of the Dropout layers</source>
        <translation>丢弃层的掩码</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>dropped: blank or ×</source>
        <translation>丢弃：空白或 ×</translation>
    </message>
    <message>
        <source>what goes in</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>what comes out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>p, with 95 % of all cases</source>
        <translation>p，以及 95 % 的情况</translation>
    </message>
    <message>
        <source>mean input, 95 %</source>
        <translation>输入的均值，95 %</translation>
    </message>
    <message>
        <source>Layer {0}: Dropout, p = {1}</source>
        <translation>第 {0} 层：Dropout，p = {1}</translation>
    </message>
    <message>
        <source>kept units × {0}</source>
        <translation>保留的单元 × {0}</translation>
    </message>
    <message>
        <source>all kept, × 1</source>
        <translation>全部保留，× 1</translation>
    </message>
    <message>
        <source>mean output</source>
        <translation>平均输出</translation>
    </message>
    <message>
        <source>draws of the mask</source>
        <translation>掩码的抽取次数</translation>
    </message>
    <message>
        <source>dropped (%)</source>
        <translation>丢弃 (%)</translation>
    </message>
    <message>
        <source>masks seen</source>
        <translation>见过的掩码数</translation>
    </message>
    <message>
        <source>value, sample {0}</source>
        <translation>值，样本 {0}</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>sample {0}, unit {1}</source>
        <translation>样本 {0}，单元 {1}</translation>
    </message>
    <message>
        <source>after {0} masks: {1} dropped&lt;br&gt;p = {2}</source>
        <translation>{0} 个掩码之后：丢弃了 {1}&lt;br&gt;p = {2}</translation>
    </message>
    <message>
        <source>after {0} draws: mean output {1}&lt;br&gt;mean input {2}</source>
        <translation>抽取 {0} 次之后：输出均值 {1}&lt;br&gt;输入均值 {2}</translation>
    </message>
</context>
<context>
    <name>DropoutView</name>
    <message>
        <source>Add a Dropout layer</source>
        <translation>添加丢弃层</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Show the mask of the last step, which drops units and scales the others</source>
        <translation>显示最近一步的掩码：它丢弃一些单元，并放大其余单元</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Show what happens in prediction: nothing is dropped, nothing scaled</source>
        <translation>显示预测时的情形：不丢弃，也不缩放</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Draw many masks: on average as much comes out as goes in</source>
        <translation>抽取许多掩码：平均来说，输出与输入一样多</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>丢弃比例</translation>
    </message>
    <message>
        <source>Show which share of all units was dropped since the tab is open</source>
        <translation>显示打开此标签页以来被丢弃的单元所占的比例</translation>
    </message>
    <message>
        <source>Sample </source>
        <translation>样本 </translation>
    </message>
    <message>
        <source>Sample of the batch</source>
        <translation>批量中的样本</translation>
    </message>
    <message>
        <source>Which sample of the batch is shown; a click on a row of a mask chooses it</source>
        <translation>显示批量中的哪个样本；点击掩码的一行即可选择</translation>
    </message>
    <message>
        <source>Draw other masks</source>
        <translation>抽取其他掩码</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <source>No Dropout layer</source>
        <translation>没有丢弃层</translation>
    </message>
    <message>
        <source>Dropout switches off other units with every batch, so that none relies on a single other one.</source>
        <translation>丢弃法在每个批量中关闭不同的单元，使任何单元都不过分依赖某一个其他单元。</translation>
    </message>
    <message>
        <source>No masks yet</source>
        <translation>还没有掩码</translation>
    </message>
    <message>
        <source>Press Batch: the mask of every Dropout layer is seen here, sample by sample and unit by unit.</source>
        <translation>按“批量”：这里会逐样本、逐单元地显示每个丢弃层的掩码。</translation>
    </message>
    <message>
        <source>Prediction after step {step}: nothing is dropped.</source>
        <translation>第 {step} 步之后的预测：什么都不丢弃。</translation>
    </message>
    <message>
        <source>A draw like those of training. Its own masks are kept while it trains with this tab open.</source>
        <translation>这是与训练时同类的一次抽取。训练自己用的掩码，只有训练时开着这一页才会保留。</translation>
    </message>
    <message>
        <source>The masks of step {step}.</source>
        <translation>第 {step} 步的掩码。</translation>
    </message>
    <message>
        <source>Some numbers are not finite; they are drawn as 0.</source>
        <translation>有些数不是有限值，按 0 画出。</translation>
    </message>
    <message>
        <source>The first {0} of {1} layers.</source>
        <translation>共 {1} 层，显示前 {0} 层。</translation>
    </message>
    <message>
        <source>{name} dropout</source>
        <translation>{name} 丢弃法</translation>
    </message>
</context>
<context>
    <name>EmptyCurves</name>
    <message>
        <source>Press Train to see the curves</source>
        <translation>按“训练”查看曲线</translation>
    </message>
    <message>
        <source>Loss and accuracy are drawn here while the network learns.</source>
        <translation>网络学习时，损失和准确率会画在这里。</translation>
    </message>
</context>
<context>
    <name>ErrorPlot</name>
    <message>
        <source>Predicted against true</source>
        <translation>预测值与真实值</translation>
    </message>
    <message>
        <source>prediction ŷ</source>
        <translation>预测 ŷ</translation>
    </message>
    <message>
        <source>target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>ŷ = y: no error</source>
        <translation>ŷ = y：没有误差</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sample {number}&lt;/b&gt;&lt;br&gt;y = {y}&lt;br&gt;ŷ = {y_hat}&lt;br&gt;ŷ − y = {error}</source>
        <translation>&lt;b&gt;样本 {number}&lt;/b&gt;&lt;br&gt;y = {y}&lt;br&gt;ŷ = {y_hat}&lt;br&gt;ŷ − y = {error}</translation>
    </message>
</context>
<context>
    <name>ExamplesButton</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>ExpectationExplorer</name>
    <message>
        <source>Expectation of dropout</source>
        <translation>丢弃法的期望</translation>
    </message>
    <message>
        <source>Draw {0} more</source>
        <translation>再抽取 {0} 次</translation>
    </message>
    <message>
        <source>Kept units say {factor} times as much, dropped ones 0. After {draws} draws the layer says on average &lt;b&gt;{mean}&lt;/b&gt; of what it says without dropout; the expectation is 1.</source>
        <translation>保留的单元放大为 {factor} 倍，丢弃的单元为 0。抽取 {draws} 次之后，这一层的平均输出是不用丢弃法时的 &lt;b&gt;{mean}&lt;/b&gt; 倍；期望为 1。</translation>
    </message>
    <message>
        <source>Without scaling the layer says on average &lt;b&gt;{mean}&lt;/b&gt; of what it says without dropout after {draws} draws; the expectation is 1 − p = {share}: in prediction everything would be too large.</source>
        <translation>不做缩放时，抽取 {draws} 次之后，这一层的平均输出是不用丢弃法时的 &lt;b&gt;{mean}&lt;/b&gt; 倍；期望为 1 − p = {share}：预测时所有输出都会偏大。</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>NDArray and automatic differentiation</source>
        <translation>NDArray 与自动求梯度</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>线性回归</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>softmax 回归</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>多层感知机</translation>
    </message>
    <message>
        <source>Model selection</source>
        <translation>模型选择</translation>
    </message>
    <message>
        <source>Weight decay and dropout</source>
        <translation>权重衰减和丢弃法</translation>
    </message>
    <message>
        <source>Backpropagation and numerical stability</source>
        <translation>反向传播和数值稳定性</translation>
    </message>
    <message>
        <source>Building with Gluon</source>
        <translation>用 Gluon 搭建</translation>
    </message>
    <message>
        <source>There is no explorer “{0}”.</source>
        <translation>没有名为“{0}”的探索工具。</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>Explorers</source>
        <translation>探索工具</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>探索工具</translation>
    </message>
    <message>
        <source>&amp;Explorer</source>
        <translation>探索工具(&amp;E)</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the picture or the numbers to a file</source>
        <translation>把图像或数值保存到文件</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图像 (PNG)…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>Scalable picture (SVG)…</source>
        <translation>矢量图 (SVG)…</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG 图像 (*.svg)</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>数值 (CSV)…</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>{file} was not saved: {reason}</source>
        <translation>{file} 未能保存：{reason}</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
</context>
<context>
    <name>FigureBox</name>
    <message>
        <source>Figure in the lower plot</source>
        <translation>下方图中的指标</translation>
    </message>
    <message>
        <source>What the lower plot shows</source>
        <translation>下方图显示什么</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>The loss of one sample</source>
        <translation>一个样本的损失</translation>
    </message>
    <message>
        <source>probability of the right class</source>
        <translation>正确类别的概率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>cross-entropy, −log p</source>
        <translation>交叉熵，−log p</translation>
    </message>
    <message>
        <source>squared error, (1 − p)² / 2</source>
        <translation>平方误差，(1 − p)² / 2</translation>
    </message>
    <message>
        <source>There is no figure {0}.</source>
        <translation>没有图 {0}。</translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message>
        <source>The experiment could not be kept for the next start: {0}</source>
        <translation>无法为下次启动保留实验：{0}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Saved the parameters to {0}</source>
        <translation>参数已保存到 {0}</translation>
    </message>
    <message>
        <source>Loaded {0}</source>
        <translation>已加载 {0}</translation>
    </message>
    <message>
        <source>validation accuracy {0}</source>
        <translation>验证准确率 {0}</translation>
    </message>
    <message>
        <source>validation loss {0}</source>
        <translation>验证损失 {0}</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Arrays of the file</source>
        <translation>文件中的数组</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>是否匹配</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>in the network</source>
        <translation>网络中</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>✓ fits</source>
        <translation>✓ 匹配</translation>
    </message>
    <message>
        <source>✗ missing</source>
        <translation>✗ 缺少</translation>
    </message>
    <message>
        <source>✗ belongs to no layer</source>
        <translation>✗ 不属于任何层</translation>
    </message>
    <message>
        <source>✗ shape differs</source>
        <translation>✗ 形状不同</translation>
    </message>
</context>
<context>
    <name>FitPlot</name>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>FittingRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>FlowBar</name>
    <message>
        <source>Show a step</source>
        <translation>显示一步</translation>
    </message>
    <message>
        <source>Show how a sample goes through the network, and how the gradients of the last step came back</source>
        <translation>显示一个样本如何穿过网络，以及上一步的梯度如何传回</translation>
    </message>
    <message>
        <source>One layer back</source>
        <translation>后退一层</translation>
    </message>
    <message>
        <source>One layer on</source>
        <translation>前进一层</translation>
    </message>
    <message>
        <source>Show the weights again</source>
        <translation>重新显示权重</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>FoldCurves</name>
    <message>
        <source>Curves of the folds</source>
        <translation>各折的曲线</translation>
    </message>
    <message>
        <source> (log)</source>
        <translation>（对数）</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代周期</translation>
    </message>
    <message>
        <source>validation of a fold</source>
        <translation>某一折的验证</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>mean of {0} folds ± standard deviation</source>
        <translation>{0} 折的均值 ± 标准差</translation>
    </message>
    <message>
        <source>fold {0}</source>
        <translation>第 {0} 折</translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {0}&lt;/b&gt;, validation</source>
        <translation>&lt;b&gt;第 {0} 个迭代周期&lt;/b&gt;，验证</translation>
    </message>
</context>
<context>
    <name>FoldModel</name>
    <message>
        <source>part {0} of {1} for validation</source>
        <translation>第 {0} 份（共 {1} 份）用于验证</translation>
    </message>
    <message>
        <source>epoch {0} / {1}</source>
        <translation>迭代周期 {0} / {1}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ 完成</translation>
    </message>
    <message>
        <source>⚠ diverged</source>
        <translation>⚠ 发散</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ 失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>{0} samples</source>
        <translation>{0} 个样本</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>All samples in shuffled order; the coloured part is kept for validation in that fold</source>
        <translation>所有样本按打乱后的顺序排列；彩色部分在该折中留作验证</translation>
    </message>
</context>
<context>
    <name>FoldSummary</name>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>mean ± standard deviation of {0} folds</source>
        <translation>{0} 折的均值 ± 标准差</translation>
    </message>
</context>
<context>
    <name>FoldTable</name>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>epoch {0} / {1}</source>
        <translation>迭代周期 {0} / {1}</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Tick “{title}” to use this.</source>
        <translation>勾选“{title}”后可用。</translation>
    </message>
    <message>
        <source>Choose “{choice}” under “{title}” to use this.</source>
        <translation>在“{title}”中选择“{choice}”后可用。</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>About Gluon Lab</source>
        <translation>关于 Gluon Lab</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Gluon Lab {0}&lt;/h3&gt;&lt;p&gt;A laboratory for teaching and learning deep learning with MXNet Gluon.&lt;/p&gt;&lt;p&gt;MXNet {1} · Python {2}&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Gluon Lab {0}&lt;/h3&gt;&lt;p&gt;用 MXNet Gluon 教学和学习深度学习的实验室。&lt;/p&gt;&lt;p&gt;MXNet {1} · Python {2}&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>FunctionDelegate</name>
    <message>
        <source>in your network</source>
        <translation>在你的网络中</translation>
    </message>
</context>
<context>
    <name>FunctionList</name>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
</context>
<context>
    <name>FunctionModel</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>in your network</source>
        <translation>在你的网络中</translation>
    </message>
</context>
<context>
    <name>GoalsBox</name>
    <message>
        <source>Goals</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>reached: {0}</source>
        <translation>已达到：{0}</translation>
    </message>
    <message>
        <source>to do: {0}</source>
        <translation>待完成：{0}</translation>
    </message>
    <message>
        <source>All reached</source>
        <translation>全部达到</translation>
    </message>
    <message>
        <source>{0} of {1} reached</source>
        <translation>已达成 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>GradientBars</name>
    <message>
        <source>Mean absolute gradient of every layer</source>
        <translation>每一层的平均绝对梯度</translation>
    </message>
    <message>
        <source>mean |gradient| of the weights</source>
        <translation>权重的平均 |梯度|</translation>
    </message>
    <message>
        <source>layer, from the input (left) to the output (right)</source>
        <translation>层，从输入（左）到输出（右）</translation>
    </message>
    <message>
        <source>vanishing: below 10⁻⁷</source>
        <translation>消失：低于 10⁻⁷</translation>
    </message>
    <message>
        <source>exploding: above 10</source>
        <translation>爆炸：高于 10</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>恰好为 0</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>不是有限值</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>&lt;b&gt;{layer}&lt;/b&gt;&lt;br&gt;mean |gradient|</source>
        <translation>&lt;b&gt;{layer}&lt;/b&gt;&lt;br&gt;平均 |梯度|</translation>
    </message>
    <message>
        <source>not a number any more: the run has diverged</source>
        <translation>已不再是数：运行已发散</translation>
    </message>
    <message>
        <source>exactly zero: this layer learns nothing</source>
        <translation>恰好为零：这一层什么也学不到</translation>
    </message>
    <message>
        <source>vanishing: this layer hardly learns</source>
        <translation>消失：这一层几乎学不到</translation>
    </message>
    <message>
        <source>exploding: the steps are too large</source>
        <translation>爆炸：步长过大</translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>entry</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>column: input</source>
        <translation>列：输入</translation>
    </message>
    <message>
        <source>row: unit</source>
        <translation>行：单元</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>Explain: {title}</source>
        <translation>讲解：{title}</translation>
    </message>
    <message>
        <source>{explain} (Shift+F1)</source>
        <translation>{explain}（Shift+F1）</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <source>Histogram of the samples</source>
        <translation>样本的直方图</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>true probability</source>
        <translation>真实概率</translation>
    </message>
    <message>
        <source>true density</source>
        <translation>真实密度</translation>
    </message>
    <message>
        <source>&lt;b&gt;{value}&lt;/b&gt;&lt;br&gt;samples: {count} ({share})&lt;br&gt;expected: {expected}</source>
        <translation>&lt;b&gt;{value}&lt;/b&gt;&lt;br&gt;样本：{count}（{share}）&lt;br&gt;期望：{expected}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{low} to {high}&lt;/b&gt;&lt;br&gt;samples: {count} ({share})&lt;br&gt;density: {height}&lt;br&gt;of the distribution: {true}</source>
        <translation>&lt;b&gt;{low} 到 {high}&lt;/b&gt;&lt;br&gt;样本：{count}（{share}）&lt;br&gt;密度：{height}&lt;br&gt;分布的密度：{true}</translation>
    </message>
    <message>
        <source>Distributions over time</source>
        <translation>分布随时间的变化</translation>
    </message>
    <message>
        <source>histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Show the distribution at every moment as colours</source>
        <translation>用颜色显示每一时刻的分布</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Lay the latest distribution over some earlier ones</source>
        <translation>把最新的分布叠加在较早的几个分布之上</translation>
    </message>
    <message>
        <source>gradient: {name}</source>
        <translation>梯度：{name}</translation>
    </message>
    <message>
        <source>outputs (activations)</source>
        <translation>输出（激活值）</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>density, of the highest at that time (%)</source>
        <translation>密度，相对于当时最高值 (%)</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代周期</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>迭代周期 {epoch}</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>{moment}, the only moment seen so far</source>
        <translation>{moment}，目前唯一的时刻</translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {epoch}&lt;/b&gt;, step {step}</source>
        <translation>&lt;b&gt;迭代周期 {epoch}&lt;/b&gt;，第 {step} 步</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{low} to {high}: {count} of {total} ({share})</source>
        <translation>{low} 到 {high}：{total} 个中的 {count} 个（{share}）</translation>
    </message>
</context>
<context>
    <name>ImagesDialog</name>
    <message>
        <source>Open data: {name}</source>
        <translation>打开数据：{name}</translation>
    </message>
    <message>
        <source>Looking through the images…</source>
        <translation>正在检查图像…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Use images</source>
        <translation>使用图像</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>These images cannot be used.</source>
        <translation>这些图像无法使用。</translation>
    </message>
    <message>
        <source>{images} images · {height}×{width} pixels · {classes} classes</source>
        <translation>{images} 张图像 · {height}×{width} 像素 · {classes} 个类别</translation>
    </message>
    <message>
        <source>Left out, since they cannot be read ({count}): {names}</source>
        <translation>因无法读取而略过（{count}）：{names}</translation>
    </message>
</context>
<context>
    <name>KFoldEmpty</name>
    <message>
        <source>Number of folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Into how many parts the samples are cut; each is kept for validation once</source>
        <translation>把样本切成多少份；每一份轮流留作验证</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>K-fold cross-validation cuts the samples into K parts and trains K networks, each of which keeps another part for validation. The mean of their results, and how far they scatter, says more than a single split.</source>
        <translation>K 折交叉验证把样本切成 K 份，训练 K 个网络，每个网络留出不同的一份作验证。这些结果的均值以及它们的离散程度，比单次划分更能说明问题。</translation>
    </message>
    <message>
        <source>How much does the result depend on the split?</source>
        <translation>结果在多大程度上取决于数据的划分？</translation>
    </message>
</context>
<context>
    <name>KFoldView</name>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Show the loss on an axis of powers of ten</source>
        <translation>用 10 的幂为刻度显示损失</translation>
    </message>
    <message>
        <source>K-fold cross-validation</source>
        <translation>K 折交叉验证</translation>
    </message>
    <message>
        <source>Add to runs</source>
        <translation>加入运行记录</translation>
    </message>
    <message>
        <source>Put the run of the chosen fold into the list of runs, and show its curves</source>
        <translation>把所选折的运行加入运行记录，并显示其曲线</translation>
    </message>
    <message>
        <source>{name} {number}-fold</source>
        <translation>{name} {number} 折</translation>
    </message>
</context>
<context>
    <name>LayerAdders</name>
    <message>
        <source>Add {title}</source>
        <translation>添加{title}</translation>
    </message>
    <message>
        <source>Add a layer of one's own</source>
        <translation>添加自定义层</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>来自文件…</translation>
    </message>
    <message>
        <source>Layer from a file…</source>
        <translation>来自文件的层…</translation>
    </message>
    <message>
        <source>Works on images; {data} has none.</source>
        <translation>用于图像；{data}没有图像。</translation>
    </message>
</context>
<context>
    <name>LayerCard</name>
    <message>
        <source>1 parameter</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <source>{number} parameters</source>
        <translation>{number} 个参数</translation>
    </message>
    <message>
        <source>{number} parameters, {untrained} not trained</source>
        <translation>{number} 个参数，其中 {untrained} 个不训练</translation>
    </message>
    <message>
        <source>Drag to reorder (Alt+Up, Alt+Down)</source>
        <translation>拖动以调整顺序 (Alt+Up, Alt+Down)</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>复制 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>移除 (Delete)</translation>
    </message>
    <message>
        <source>Own initialiser</source>
        <translation>单独的初始化方法</translation>
    </message>
    <message>
        <source>Shape of one sample behind this layer</source>
        <translation>一个样本经过这一层之后的形状</translation>
    </message>
    <message>
        <source>Draw the first weights of this layer in a way of its own</source>
        <translation>用单独的方法抽取这一层的初始权重</translation>
    </message>
    <message>
        <source>Draw the first weights as in the whole network again</source>
        <translation>重新与整个网络一样抽取初始权重</translation>
    </message>
    <message>
        <source>They are drawn once, as layer {number} says.</source>
        <translation>权重只抽取一次，按第 {number} 层的设定。</translation>
    </message>
    <message>
        <source>{parameters} (shared)</source>
        <translation>{parameters}（共享）</translation>
    </message>
    <message>
        <source>Layer {number}: {title}</source>
        <translation>第 {number} 层：{title}</translation>
    </message>
    <message>
        <source>output {shape}</source>
        <translation>输出 {shape}</translation>
    </message>
    <message>
        <source>own initialiser {title}</source>
        <translation>单独的初始化方法 {title}</translation>
    </message>
    <message>
        <source>automatic {title}</source>
        <translation>自动{title}</translation>
    </message>
    <message>
        <source>no {title}</source>
        <translation>无{title}</translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message>
        <source>Add to the stack</source>
        <translation>加入网络</translation>
    </message>
    <message>
        <source>Use in the layer</source>
        <translation>用于该层</translation>
    </message>
    <message>
        <source>The program may run, but that could not be kept for the next start: {0}</source>
        <translation>该程序可以运行，但这一许可未能保存到下次启动：{0}</translation>
    </message>
</context>
<context>
    <name>LayerMends</name>
    <message>
        <source>Add output layer</source>
        <translation>添加输出层</translation>
    </message>
    <message>
        <source>Set units to auto</source>
        <translation>把单元数设为自动</translation>
    </message>
    <message>
        <source>Give layer {number} its own parameters</source>
        <translation>让第 {number} 层使用独立的参数</translation>
    </message>
    <message>
        <source>Use {loss}</source>
        <translation>使用{loss}</translation>
    </message>
    <message>
        <source>Move {layer} to place {number}</source>
        <translation>把{layer}移到第 {number} 位</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>移除{layer}</translation>
    </message>
    <message>
        <source>Set {field} to {value}</source>
        <translation>把{field}设为 {value}</translation>
    </message>
</context>
<context>
    <name>LayerStackPanel</name>
    <message>
        <source>shared ones counted once</source>
        <translation>共享参数只计一次</translation>
    </message>
    <message>
        <source>Input {shape}</source>
        <translation>输入 {shape}</translation>
    </message>
    <message>
        <source>Total: {parameters}</source>
        <translation>总计：{parameters}</translation>
    </message>
    <message>
        <source>{number} of them not trained</source>
        <translation>其中 {number} 个不训练</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Next: an output layer with 1 unit: its sign tells the {number} classes of {data} apart.</source>
        <translation>下一步：添加只有 1 个单元的输出层：它的符号用来区分{data}的 {number} 个类别。</translation>
    </message>
    <message>
        <source>Next: an output layer with 1 unit: {data} has 1 target.</source>
        <translation>下一步：添加只有 1 个单元的输出层：{data}有 1 个目标。</translation>
    </message>
    <message>
        <source>Next: an output layer with {number} units: {data} has {number} classes.</source>
        <translation>下一步：添加有 {number} 个单元的输出层：{data}有 {number} 个类别。</translation>
    </message>
    <message>
        <source>Next: an output layer with {number} units: {data} has {number} targets.</source>
        <translation>下一步：添加有 {number} 个单元的输出层：{data}有 {number} 个目标。</translation>
    </message>
</context>
<context>
    <name>LessonControl</name>
    <message>
        <source>The progress in the lessons could not be kept: {0}</source>
        <translation>课程的进度无法保存：{0}</translation>
    </message>
</context>
<context>
    <name>LessonDock</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Search the lessons</source>
        <translation>搜索课程</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”.</source>
        <translation>没有找到“{0}”。</translation>
    </message>
</context>
<context>
    <name>LiveMark</name>
    <message>
        <source>Can be changed while training</source>
        <translation>训练时可以更改</translation>
    </message>
</context>
<context>
    <name>LossesExplorer</name>
    <message>
        <source>p is the probability that the network gives to the true class, p = σ(o). Drag the cursor to a mistake (p near 0): the loss is high with both, but only one of them has a gradient there.</source>
        <translation>p 是网络给真实类别的概率，p = σ(o)。把光标拖到错误处（p 接近 0）：两种损失都很大，但只有一种在那里有梯度。</translation>
    </message>
    <message>
        <source>cross-entropy −log p</source>
        <translation>交叉熵 −log p</translation>
    </message>
    <message>
        <source>squared error (1 − p)² / 2</source>
        <translation>平方误差 (1 − p)² / 2</translation>
    </message>
    <message>
        <source>Losses and gradients</source>
        <translation>损失与梯度</translation>
    </message>
    <message>
        <source>How many parameters for an image?</source>
        <translation>一张图像需要多少参数？</translation>
    </message>
    <message>
        <source>more than {steps}</source>
        <translation>超过 {steps}</translation>
    </message>
    <message>
        <source>At p = {p}: gradient &lt;b&gt;{first}&lt;/b&gt; with cross-entropy, &lt;b&gt;{second}&lt;/b&gt; with the squared error. Steps to p = {goal}: &lt;b&gt;{one}&lt;/b&gt; and &lt;b&gt;{two}&lt;/b&gt;.</source>
        <translation>在 p = {p} 处：交叉熵的梯度 &lt;b&gt;{first}&lt;/b&gt;，平方误差的梯度 &lt;b&gt;{second}&lt;/b&gt;。到 p = {goal} 的步数：&lt;b&gt;{one}&lt;/b&gt; 和 &lt;b&gt;{two}&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>{height} × {width} × {channels} = &lt;b&gt;{inputs}&lt;/b&gt; inputs</source>
        <translation>{height} × {width} × {channels} = &lt;b&gt;{inputs}&lt;/b&gt; 个输入</translation>
    </message>
    <message>
        <source>together &lt;b&gt;{total}&lt;/b&gt; parameters</source>
        <translation>共 &lt;b&gt;{total}&lt;/b&gt; 个参数</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>丢弃法</translation>
    </message>
    <message>
        <source>Backprop</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>Open the lessons</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Explain this setting</source>
        <translation>解释这个设置</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>About Gluon Lab</source>
        <translation>关于 Gluon Lab</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>误判</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>K-fold</source>
        <translation>K 折</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>书中结果</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation>打开数据…</translation>
    </message>
    <message>
        <source>Open image folder…</source>
        <translation>打开图像文件夹…</translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation>导出数据…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save parameters…</source>
        <translation>保存参数…</translation>
    </message>
    <message>
        <source>Load parameters…</source>
        <translation>加载参数…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>K-fold…</source>
        <translation>K 折…</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>参数扫描…</translation>
    </message>
    <message>
        <source>Under- and overfitting map</source>
        <translation>欠拟合与过拟合图</translation>
    </message>
</context>
<context>
    <name>MaskPlot</name>
    <message>
        <source>Masks of the newest draws</source>
        <translation>最近几次抽取的掩码</translation>
    </message>
    <message>
        <source>Newest masks</source>
        <translation>最近的掩码</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>draw {draw}, unit {unit}: kept</source>
        <translation>第 {draw} 次抽取，单元 {unit}：保留</translation>
    </message>
    <message>
        <source>draw {draw}, unit {unit}: dropped</source>
        <translation>第 {draw} 次抽取，单元 {unit}：丢弃</translation>
    </message>
</context>
<context>
    <name>MatricesExplorer</name>
    <message>
        <source>Steady σ</source>
        <translation>稳定的 σ</translation>
    </message>
    <message>
        <source>Choose σ so that the norm neither grows nor shrinks in the long run</source>
        <translation>选择 σ，使范数长期来看既不增大也不减小</translation>
    </message>
    <message>
        <source>Products of random matrices</source>
        <translation>随机矩阵的乘积</translation>
    </message>
    <message>
        <source>The product of {0} matrices, first seed</source>
        <translation>{0} 个矩阵的乘积，第一个种子</translation>
    </message>
    <message>
        <source>Every factor multiplies the norm by about &lt;b&gt;{factor}&lt;/b&gt;, so {number} of them by {whole}. It stays of the same size at σ = {steady} only.</source>
        <translation>每个因子使范数大约乘以 &lt;b&gt;{factor}&lt;/b&gt;，{number} 个因子合起来乘以 {whole}。只有在 σ = {steady} 时大小才保持不变。</translation>
    </message>
    <message>
        <source>Products of {size}×{size} matrices, σ = {sigma}</source>
        <translation>{size}×{size} 矩阵的乘积，σ = {sigma}</translation>
    </message>
</context>
<context>
    <name>MatricesPlot</name>
    <message>
        <source>Norm of the product over the number of factors</source>
        <translation>乘积的范数随因子个数的变化</translation>
    </message>
    <message>
        <source>norm of the product</source>
        <translation>乘积的范数</translation>
    </message>
    <message>
        <source>number of factors</source>
        <translation>因子个数</translation>
    </message>
    <message>
        <source>float32 ends at 3.4·10³⁸</source>
        <translation>float32 的上限为 3.4·10³⁸</translation>
    </message>
    <message>
        <source>below 10⁻³⁸ float32 loses its digits</source>
        <translation>低于 10⁻³⁸ 时 float32 损失有效位数</translation>
    </message>
    <message>
        <source>first seed, shown in numbers</source>
        <translation>第一个种子，以数值显示</translation>
    </message>
    <message>
        <source>other seeds</source>
        <translation>其他种子</translation>
    </message>
    <message>
        <source>expected in the long run</source>
        <translation>长期来看的期望</translation>
    </message>
    <message>
        <source>&lt;b&gt;{k} factors&lt;/b&gt;&lt;br&gt;norm: {middle} ({low} … {high})</source>
        <translation>&lt;b&gt;{k} 个因子&lt;/b&gt;&lt;br&gt;范数：{middle}（{low} … {high}）</translation>
    </message>
</context>
<context>
    <name>MatrixPicture</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
</context>
<context>
    <name>MatrixStrip</name>
    <message>
        <source>Weights and biases</source>
        <translation>权重和偏差</translation>
    </message>
    <message>
        <source>Drag a number up or down; or choose it with the arrow keys and press plus or minus.</source>
        <translation>上下拖动一个数；或用方向键选择它，再按加号或减号。</translation>
    </message>
</context>
<context>
    <name>MemoryExplorer</name>
    <message>
        <source>Two names: one array or two? Choose a line, then write into an entry and watch the other array.</source>
        <translation>两个名称：一个数组还是两个？选择一行，然后写入一个元素，观察另一个数组。</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Click an entry of either array to write it.</source>
        <translation>点击任一数组的元素即可写入。</translation>
    </message>
    <message>
        <source>NDArray and NumPy</source>
        <translation>NDArray 与 NumPy</translation>
    </message>
    <message>
        <source>Lines of a program</source>
        <translation>程序的各行</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>查明</translation>
    </message>
    <message>
        <source>Memory of {0}</source>
        <translation>{0}的内存</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>运行 {0}</translation>
    </message>
    <message>
        <source>&lt;tr&gt;&lt;td&gt;id({name}) = {id}&lt;/td&gt;&lt;td&gt;&amp;nbsp;&amp;nbsp;numbers at {address}&lt;/td&gt;&lt;/tr&gt;</source>
        <translation>&lt;tr&gt;&lt;td&gt;id({name}) = {id}&lt;/td&gt;&lt;td&gt;&amp;nbsp;&amp;nbsp;数值位于 {address}&lt;/td&gt;&lt;/tr&gt;</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>原地</translation>
    </message>
    <message>
        <source>new memory</source>
        <translation>新内存</translation>
    </message>
    <message>
        <source>one object</source>
        <translation>同一个对象</translation>
    </message>
    <message>
        <source>shared memory</source>
        <translation>共享内存</translation>
    </message>
</context>
<context>
    <name>MemoryPicture</name>
    <message>
        <source>MXNet is asked…</source>
        <translation>正在询问 MXNet…</translation>
    </message>
    <message>
        <source>own memory</source>
        <translation>自己的内存</translation>
    </message>
    <message>
        <source>same object</source>
        <translation>同一个对象</translation>
    </message>
    <message>
        <source>same memory</source>
        <translation>同一块内存</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>MetricChoice</name>
    <message>
        <source>What is shown of every run</source>
        <translation>每次运行显示什么</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>Microscope</name>
    <message>
        <source>autograd</source>
        <translation>autograd</translation>
    </message>
    <message>
        <source>numeric</source>
        <translation>数值法</translation>
    </message>
    <message>
        <source>rel. difference</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>Numeric check</source>
        <translation>数值检查</translation>
    </message>
    <message>
        <source>There are numbers that are not finite.</source>
        <translation>有些数不是有限值。</translation>
    </message>
    <message>
        <source>(L(w + h) − L(w − h)) / 2h agrees: they differ by {0} at most.</source>
        <translation>(L(w + h) − L(w − h)) / 2h 与之一致：最多相差 {0}。</translation>
    </message>
    <message>
        <source>They differ: the loss has a kink here, or the gradient is not exact.</source>
        <translation>两者不一致：损失在此处有折点，或者梯度不精确。</translation>
    </message>
    <message>
        <source>{size}, the first {rows} of {all} rows</source>
        <translation>{size}，显示 {all} 行中的前 {rows} 行</translation>
    </message>
</context>
<context>
    <name>MicroscopePage</name>
    <message>
        <source>Blue is positive, orange negative; the strongest colour is the largest number of its table.</source>
        <translation>蓝色为正，橙色为负；颜色最深的是该表中绝对值最大的数。</translation>
    </message>
    <message>
        <source>The network is too large to check its gradients by differences.</source>
        <translation>网络太大，无法用差分检查梯度。</translation>
    </message>
</context>
<context>
    <name>MicroscopeView</name>
    <message>
        <source>The part of the data from which the samples come</source>
        <translation>样本取自数据的哪一部分</translation>
    </message>
    <message>
        <source>The first sample to follow</source>
        <translation>要跟踪的第一个样本</translation>
    </message>
    <message>
        <source>First sample</source>
        <translation>第一个样本</translation>
    </message>
    <message>
        <source>How many samples to follow together; L is their mean loss</source>
        <translation>同时跟踪多少个样本；L 是它们的平均损失</translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Go to the step before (arrow key left)</source>
        <translation>回到上一步（左方向键）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Go to the next step (arrow key right)</source>
        <translation>进入下一步（右方向键）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source> sample</source>
        <translation> 个样本</translation>
    </message>
    <message>
        <source> samples</source>
        <translation> 个样本</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>The numbers appear as soon as there are data and a network.</source>
        <translation>有了数据和网络，数值就会显示出来。</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <source>Press Batch: after the first step of training, every number of the way forwards and backwards is seen here, one computation at a time.</source>
        <translation>按“批量”：训练第一步之后，这里会逐个运算地显示正向和反向传播中的每一个数。</translation>
    </message>
    <message>
        <source>Looking inside…</source>
        <translation>正在查看内部…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>{name} backpropagation</source>
        <translation>{name} 反向传播</translation>
    </message>
</context>
<context>
    <name>MistakeDelegate</name>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
</context>
<context>
    <name>MistakesView</name>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Which classes are taken for which others</source>
        <translation>哪些类别被误判为哪些类别</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>The samples that the network gets most surely wrong</source>
        <translation>网络最有把握地判错的样本</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>How much of each class is recognised</source>
        <translation>每个类别识别出多少</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自己的输入</translation>
    </message>
    <message>
        <source>Draw or type an input, and see what the network says of it</source>
        <translation>画出或键入一个输入，看看网络怎么说</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>mean of the kernel</source>
        <translation>卷积核的均值</translation>
    </message>
    <message>
        <source>Bias of {name}</source>
        <translation>{name} 的偏差</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Click to edit</source>
        <translation>点击以编辑</translation>
    </message>
    <message>
        <source>output here</source>
        <translation>这里的输出</translation>
    </message>
    <message>
        <source>output for the sample</source>
        <translation>该样本的输出</translation>
    </message>
    <message>
        <source>mean output for the sample</source>
        <translation>该样本的平均输出</translation>
    </message>
    <message>
        <source>gradient of the bias</source>
        <translation>偏差的梯度</translation>
    </message>
    <message>
        <source>Switched off: it says 0. Click to switch it on</source>
        <translation>已关闭：输出 0。点击以打开</translation>
    </message>
    <message>
        <source>Click to switch it off, F2 to edit</source>
        <translation>点击以关闭，F2 编辑</translation>
    </message>
    <message>
        <source>{layer}, parameters “{name}” (shared)</source>
        <translation>{layer}，参数“{name}”（共享）</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>channel {n}</source>
        <translation>通道 {n}</translation>
    </message>
    <message>
        <source>unit {n}</source>
        <translation>单元 {n}</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>… {n} more</source>
        <translation>… 还有 {n} 个</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 个参数</translation>
    </message>
    <message>
        <source>{n} param.</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>{n} shared</source>
        <translation>{n} 个共享</translation>
    </message>
    <message>
        <source>{n} parameters (shared)</source>
        <translation>{n} 个参数（共享）</translation>
    </message>
</context>
<context>
    <name>NetworkCards</name>
    <message>
        <source>Add a Dense layer</source>
        <translation>添加一个 Dense 层</translation>
    </message>
    <message>
        <source>one object with net[{0}]</source>
        <translation>与 net[{0}] 是同一个对象</translation>
    </message>
    <message>
        <source>&lt;b&gt;X&lt;/b&gt;&lt;br&gt;{0} →</source>
        <translation>&lt;b&gt;X&lt;/b&gt;&lt;br&gt;{0} →</translation>
    </message>
    <message>
        <source>&lt;b&gt;net(X)&lt;/b&gt;&lt;br&gt;→ {0}</source>
        <translation>&lt;b&gt;net(X)&lt;/b&gt;&lt;br&gt;→ {0}</translation>
    </message>
</context>
<context>
    <name>NetworkEditor</name>
    <message>
        <source>Weight or bias</source>
        <translation>权重或偏差</translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The arrow keys choose a unit, Enter switches it off or on.</source>
        <translation>方向键选择单元，回车键关闭或打开它。</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>负</translation>
    </message>
    <message>
        <source>wider: larger weight</source>
        <translation>越粗：权重越大</translation>
    </message>
    <message>
        <source>at the corner of a tile: bias</source>
        <translation>方块角上：偏差</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Sample </source>
        <translation>样本 </translation>
    </message>
    <message>
        <source>Training sample</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Which training sample goes through the network</source>
        <translation>哪个训练样本穿过网络</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>input {n}</source>
        <translation>输入 {n}</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>来自 {name}</translation>
    </message>
    <message>
        <source>kernel, row {row}, column {column}, {name}</source>
        <translation>卷积核，第 {row} 行，第 {column} 列，{name}</translation>
    </message>
    <message>
        <source>Press Train to fill the network with numbers.</source>
        <translation>按“训练”，让网络充满数值。</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>Backwards: every weight has its gradient; SGD goes against it.</source>
        <translation>反向：每个权重都有梯度；SGD 沿其反方向更新。</translation>
    </message>
    <message>
        <source>Backwards: gradients of {layer} in the last step</source>
        <translation>反向：上一步中 {layer} 的梯度</translation>
    </message>
    <message>
        <source>Forwards: the answer for this sample</source>
        <translation>正向：对这个样本的答案</translation>
    </message>
    <message>
        <source>Forwards: {layer} sums up weight · input, and adds the bias</source>
        <translation>正向：{layer} 对 权重 · 输入 求和，再加上偏差</translation>
    </message>
    <message>
        <source>{what}, then {function}</source>
        <translation>{what}，然后是 {function}</translation>
    </message>
    <message>
        <source>{name} network</source>
        <translation>{name} 网络</translation>
    </message>
</context>
<context>
    <name>NormPlots</name>
    <message>
        <source>Norms of the weights and of their updates</source>
        <translation>权重及其更新的范数</translation>
    </message>
    <message>
        <source>norm of the weights</source>
        <translation>权重的范数</translation>
    </message>
    <message>
        <source>norm of one step / of the weights</source>
        <translation>一步更新的范数 / 权重的范数</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>迭代周期</translation>
    </message>
    <message>
        <source>norms</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Train on: steps are measured while this is seen.</source>
        <translation>继续训练：只有在看得见时才测量每一步。</translation>
    </message>
    <message>
        <source>What is the guide value?</source>
        <translation>参考值是什么？</translation>
    </message>
    <message>
        <source>&lt;p&gt;The dashed line is a rule of thumb: a step should move the weights of a layer by about a thousandth of their size.&lt;/p&gt;&lt;p&gt;Far above it (10⁻¹), the learning rate is likely too high; far below it (10⁻⁵) too low, or the gradient vanishes. At first, with small weights, larger steps are usual.&lt;/p&gt;</source>
        <translation>&lt;p&gt;虚线是一条经验规则：一步更新应使某层的权重改变其大小的约千分之一。&lt;/p&gt;&lt;p&gt;远高于它（10⁻¹）时，学习率很可能过高；远低于它（10⁻⁵）时，学习率过低，或者梯度消失。刚开始权重较小时，步长较大是正常的。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>L2 norms of the weights of every layer, without biases</source>
        <translation>每一层权重的 L2 范数，不含偏差</translation>
    </message>
    <message>
        <source>guide 10⁻³</source>
        <translation>参考值 10⁻³</translation>
    </message>
    <message>
        <source>&lt;b&gt;{layer}&lt;/b&gt;&lt;br&gt;epoch {epoch}, step {step}&lt;br&gt;‖W‖ = {norm}&lt;br&gt;‖ΔW‖ / ‖W‖ = {ratio}</source>
        <translation>&lt;b&gt;{layer}&lt;/b&gt;&lt;br&gt;迭代周期 {epoch}，第 {step} 步&lt;br&gt;‖W‖ = {norm}&lt;br&gt;‖ΔW‖ / ‖W‖ = {ratio}</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Increase</source>
        <translation>增大</translation>
    </message>
    <message>
        <source>Decrease</source>
        <translation>减小</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Take all</source>
        <translation>全部取用</translation>
    </message>
    <message>
        <source>Follow the data set automatically</source>
        <translation>自动跟随数据集</translation>
    </message>
    <message>
        <source>Choose automatically</source>
        <translation>自动选择</translation>
    </message>
</context>
<context>
    <name>OutputBars</name>
    <message>
        <source>Outputs of many pairs of masks</source>
        <translation>多对掩码下的输出</translation>
    </message>
    <message>
        <source>Drawn outputs</source>
        <translation>抽取的输出</translation>
    </message>
    <message>
        <source>pairs of masks</source>
        <translation>掩码对</translation>
    </message>
    <message>
        <source>output y (1 without dropout)</source>
        <translation>输出 y（不用丢弃法时为 1）</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>抽取所得</translation>
    </message>
    <message>
        <source>expectation</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>± σ (closed form)</source>
        <translation>± σ（解析值）</translation>
    </message>
    <message>
        <source>y from {low} to {high}: {count} of {all}</source>
        <translation>y 从 {low} 到 {high}：{all} 个中的 {count} 个</translation>
    </message>
</context>
<context>
    <name>OutputMark</name>
    <message>
        <source>The number of units follows the data set.</source>
        <translation>单元数跟随数据集。</translation>
    </message>
    <message>
        <source>One unit: above 0 for {name}</source>
        <translation>一个单元：大于 0 表示{name}</translation>
    </message>
    <message>
        <source>One unit for each of {number} classes</source>
        <translation>{number} 个类别各用一个单元</translation>
    </message>
    <message>
        <source>One unit for each of {number} targets</source>
        <translation>{number} 个目标各用一个单元</translation>
    </message>
    <message>
        <source>One unit for the target</source>
        <translation>目标用一个单元</translation>
    </message>
</context>
<context>
    <name>OverflowTabs</name>
    <message>
        <source>More tabs</source>
        <translation>更多标签页</translation>
    </message>
</context>
<context>
    <name>OwnAnswer</name>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的内容</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>The answer is no number any more: press Reset and lower the learning rate.</source>
        <translation>答案已不再是数：请按“重置”并降低学习率。</translation>
    </message>
    <message>
        <source>standardised {value}, {when}</source>
        <translation>标准化后为 {value}，{when}</translation>
    </message>
</context>
<context>
    <name>OwnDrawing</name>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Take away what is drawn</source>
        <translation>擦去已画的内容</translation>
    </message>
    <message>
        <source>Width of brush and eraser</source>
        <translation>画笔和橡皮擦的粗细</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Take away all that is drawn (Delete)</source>
        <translation>清除所有已画的内容 (Delete)</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>加载…</translation>
    </message>
    <message>
        <source>Take a picture from a file</source>
        <translation>从文件中取一张图片</translation>
    </message>
    <message>
        <source>Scale and centre as the data are</source>
        <translation>按数据的方式缩放并居中</translation>
    </message>
    <message>
        <source>Without it the whole canvas becomes smaller, as it is</source>
        <translation>否则整个画布按原样缩小</translation>
    </message>
    <message>
        <source>Take a picture</source>
        <translation>选取图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>its centre of mass</source>
        <translation>其重心</translation>
    </message>
    <message>
        <source>the box around it</source>
        <translation>其外接框</translation>
    </message>
    <message>
        <source>Made {height}×{width}: the longer side of what is drawn fills {fills} pixels, and {middle} lies in the middle, as measured on the training part.</source>
        <translation>缩为 {height}×{width}：所画内容的长边占 {fills} 像素，{middle}位于正中，与训练集上测得的一致。</translation>
    </message>
    <message>
        <source>The whole canvas is made {height}×{width}.</source>
        <translation>整个画布缩为 {height}×{width}。</translation>
    </message>
    <message>
        <source>dark on bright</source>
        <translation>亮底暗字</translation>
    </message>
    <message>
        <source>bright on dark</source>
        <translation>暗底亮字</translation>
    </message>
    <message>
        <source>The network sees it {ground}.</source>
        <translation>网络看到的是{ground}。</translation>
    </message>
</context>
<context>
    <name>OwnPoint</name>
    <message>
        <source>your point</source>
        <translation>你的点</translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>a row of a CSV file, then Enter</source>
        <translation>CSV 文件中的一行，然后按回车</translation>
    </message>
    <message>
        <source>Row of a CSV file</source>
        <translation>CSV 文件的一行</translation>
    </message>
    <message>
        <source>Cells of all columns in their order, with commas, semicolons or tabs between</source>
        <translation>按顺序填写所有列的单元格，用逗号、分号或制表符分隔</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>常用值</translation>
    </message>
    <message>
        <source>Put the median of the training part into every field</source>
        <translation>把训练集的中位数填入每个字段</translation>
    </message>
    <message>
        <source>usually {low} to {high}</source>
        <translation>通常为 {low} 到 {high}</translation>
    </message>
    <message>
        <source>, may be empty</source>
        <translation>，可以留空</translation>
    </message>
    <message>
        <source>The other {number} columns keep their usual values.</source>
        <translation>其余 {number} 列保持常用值。</translation>
    </message>
    <message>
        <source>Numbers are standardised as the training part was: minus its mean, by its deviation.</source>
        <translation>数值按训练集的方式标准化：减去均值，再除以标准差。</translation>
    </message>
    <message>
        <source>A missing number counts as the mean.</source>
        <translation>缺失的数值按均值计算。</translation>
    </message>
</context>
<context>
    <name>OwnView</name>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>You can draw or type an input as soon as the data are loaded.</source>
        <translation>数据加载完成后即可绘制或键入输入。</translation>
    </message>
    <message>
        <source>Draw something with the mouse, or take a picture from a file.</source>
        <translation>用鼠标画点什么，或者从文件中取一张图片。</translation>
    </message>
    <message>
        <source>There is no answer as long as a field cannot be read.</source>
        <translation>只要有字段无法读取，就没有答案。</translation>
    </message>
    <message>
        <source>Press Train: then the network answers, while it learns and afterwards.</source>
        <translation>按“训练”：网络在学习过程中和之后都会给出答案。</translation>
    </message>
</context>
<context>
    <name>PageEnd</name>
    <message>
        <source>‹ Previous page</source>
        <translation>‹ 上一页</translation>
    </message>
    <message>
        <source>Next page ›</source>
        <translation>下一页 ›</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>Load “{0}”</source>
        <translation>加载“{0}”</translation>
    </message>
</context>
<context>
    <name>ParameterTable</name>
    <message>
        <source>Parameters of the network</source>
        <translation>网络的参数</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>chosen by the pattern</source>
        <translation>被模式选中</translation>
    </message>
    <message>
        <source>not chosen by the pattern</source>
        <translation>未被模式选中</translation>
    </message>
    <message>
        <source>initialised</source>
        <translation>已初始化</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>已延后</translation>
    </message>
    <message>
        <source>not initialised</source>
        <translation>未初始化</translation>
    </message>
</context>
<context>
    <name>ParametersExplorer</name>
    <message>
        <source>Open a parameter file</source>
        <translation>打开参数文件</translation>
    </message>
    <message>
        <source>Parameters (*.params);;All files (*)</source>
        <translation>参数文件 (*.params);;所有文件 (*)</translation>
    </message>
    <message>
        <source>What is in a .params file? Open one, or drop it here, or look at an example; or watch the parameters of the network in this window while it trains.</source>
        <translation>.params 文件里有什么？打开一个文件，或把它拖放到这里，或先看一个例子；也可以在训练时观察本窗口中网络的参数。</translation>
    </message>
    <message>
        <source>A parameter file</source>
        <translation>参数文件</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>例子：</translation>
    </message>
    <message>
        <source>Nothing was loaded. Every size, name and number of a file, and its checksum, is checked before MXNet gets to see it: MXNet's own reader may crash on a damaged file, or take wrong numbers without a word.</source>
        <translation>什么都没有载入。文件中的每个大小、名称、数值以及校验和，都会在交给 MXNet 之前检查：MXNet 自己的读取程序遇到损坏的文件可能崩溃，或者不声不响地读入错误的数值。</translation>
    </message>
    <message>
        <source>MXNet is asked…</source>
        <translation>正在询问 MXNet…</translation>
    </message>
    <message>
        <source>The network in the window after step {step}: {arrays} arrays, {numbers} numbers.</source>
        <translation>窗口中的网络，第 {step} 步之后：{arrays} 个数组，{numbers} 个数值。</translation>
    </message>
    <message>
        <source>There is no network yet. Press Train, and its parameters appear here.</source>
        <translation>还没有网络。按“训练”后，它的参数会显示在这里。</translation>
    </message>
    <message>
        <source>&lt;b&gt;{file} was not opened&lt;/b&gt;</source>
        <translation>&lt;b&gt;没有打开 {file}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>There is no network to compare with.</source>
        <translation>没有可以对照的网络。</translation>
    </message>
    <message>
        <source>{file}: {arrays} arrays, {numbers} numbers; beside them, the network of the experiment in the window.</source>
        <translation>{file}：{arrays} 个数组，{numbers} 个数值；与窗口中实验的网络对照。</translation>
    </message>
    <message>
        <source>{file}: {arrays} arrays, {numbers} numbers; beside them, a network of Dense(8) and Dense(3) on 5 inputs.</source>
        <translation>{file}：{arrays} 个数组，{numbers} 个数值；与由 Dense(8) 和 Dense(3) 组成、输入个数为 5 的网络对照。</translation>
    </message>
    <message>
        <source>{name}: mean {mean}, std {std}</source>
        <translation>{name}：均值 {mean}，σ {std}</translation>
    </message>
    <message>
        <source>{name} {shape}: the first {rows} × {columns}</source>
        <translation>{name} {shape}：前 {rows} × {columns} 个</translation>
    </message>
</context>
<context>
    <name>PatternPanel</name>
    <message>
        <source>Pattern</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>A regular expression that begins to match at the first letter of the name, such as .*weight</source>
        <translation>正则表达式，从名称的第一个字母开始匹配，例如 .*weight</translation>
    </message>
    <message>
        <source>chooses {0} of {1}</source>
        <translation>选中 {1} 个中的 {0} 个</translation>
    </message>
    <message>
        <source>no pattern: all {1}</source>
        <translation>没有模式：全部 {1} 个</translation>
    </message>
    <message>
        <source>chooses 0 of {1}: a pattern begins at the first letter of the name; put .* before it</source>
        <translation>选中 {1} 个中的 0 个：模式从名称的第一个字母开始匹配，请在前面加上 .*</translation>
    </message>
</context>
<context>
    <name>PredictionBox</name>
    <message>
        <source>Ask me again</source>
        <translation>再问我一次</translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation>先预测</translation>
    </message>
    <message>
        <source>✓ Your prediction, and what happened</source>
        <translation>✓ 你的预测，也是实际结果</translation>
    </message>
    <message>
        <source>✓ What happened</source>
        <translation>✓ 实际结果</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <source>As you predicted.</source>
        <translation>与你的预测一致。</translation>
    </message>
    <message>
        <source>It came out differently.</source>
        <translation>结果与你的预测不同。</translation>
    </message>
    <message>
        <source>Choose before you try it.</source>
        <translation>动手之前先选择。</translation>
    </message>
    <message>
        <source>Now try it; until then you can still change your mind.</source>
        <translation>现在试试看；在此之前还可以改变主意。</translation>
    </message>
    <message>
        <source>Your answer stands while it runs.</source>
        <translation>运行期间你的答案保持不变。</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>chosen</source>
        <translation>已选中</translation>
    </message>
</context>
<context>
    <name>ProgramButton</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>The same as a Python program with MXNet, to take away</source>
        <translation>同样内容的 MXNet Python 程序，可以带走</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>ProgramDialog</name>
    <message>
        <source>Layer from {file}</source>
        <translation>来自 {file} 的层</translation>
    </message>
    <message>
        <source>This file is a program. Run it?</source>
        <translation>该文件是一个程序。要运行它吗？</translation>
    </message>
    <message>
        <source>Source of {file}</source>
        <translation>{file} 的源代码</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Do not run it</source>
        <translation>不运行</translation>
    </message>
    <message>
        <source>Trying {name} on inputs of shape {shape}, in a process of its own…</source>
        <translation>正在独立进程中用形状为 {shape} 的输入试运行 {name}…</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Nothing of it has run yet. It may do whatever you may do: read, change and delete your files, and use the network. So may what it imports. It is tried in a process of its own, but trains in this one: if it hangs or crashes then, so may the window, and the trained network is lost; the experiment is kept. Run it only if you know what it does, or trust whoever wrote it.</source>
        <translation>它还没有运行过任何一行。它可以做您能做的一切：读取、修改和删除您的文件，并使用网络；它导入的模块也一样。试运行在单独的进程中进行，但训练就在本进程中：如果它那时卡死或崩溃，窗口也可能随之卡死或崩溃，训练得到的网络会丢失，而实验会保留。只有在您清楚它做什么，或信任其作者时，才运行它。</translation>
    </message>
    <message>
        <source>You agreed to run this program</source>
        <translation>你已同意运行该程序</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ProgramRows</name>
    <message>
        <source>Find the file…</source>
        <translation>查找文件…</translation>
    </message>
    <message>
        <source>{file}
SHA-256 {hash}</source>
        <translation>{file}
SHA-256 {hash}</translation>
    </message>
    <message>
        <source>{name} is being tried on inputs of this shape…</source>
        <translation>正在用这种形状的输入试运行 {name}…</translation>
    </message>
    <message>
        <source>Show the program…</source>
        <translation>显示程序…</translation>
    </message>
    <message>
        <source>Look at the program…</source>
        <translation>查看程序…</translation>
    </message>
    <message>
        <source>Look at it as it is now…</source>
        <translation>查看现在的内容…</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>RaceExplorer</name>
    <message>
        <source>Two vectors of n entries are added: by a loop over the entries, or by one call for the whole vector. Both give the same sum. The race is run here and now, on this computer.</source>
        <translation>两个有 n 个元素的向量相加：逐个元素循环，或对整个向量调用一次。两者的和相同。比赛就在这里、在这台计算机上进行。</translation>
    </message>
    <message>
        <source>NDArray, entry by entry</source>
        <translation>NDArray，逐个元素</translation>
    </message>
    <message>
        <source>Python list, entry by entry</source>
        <translation>Python 列表，逐个元素</translation>
    </message>
    <message>
        <source>NDArray, at once</source>
        <translation>NDArray，一次完成</translation>
    </message>
    <message>
        <source>NumPy, at once</source>
        <translation>NumPy，一次完成</translation>
    </message>
    <message>
        <source>Progress of the running loop</source>
        <translation>正在进行的循环的进度</translation>
    </message>
    <message>
        <source>Vectors against loops</source>
        <translation>向量与循环</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>开始比赛</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Largest n</source>
        <translation>最大的 n</translation>
    </message>
    <message>
        <source>up to n =</source>
        <translation>最大 n =</translation>
    </message>
    <message>
        <source>The race is over.</source>
        <translation>比赛结束。</translation>
    </message>
    <message>
        <source>n = {size}: the loop over the NDArray has added {done} entries in {time}</source>
        <translation>n = {size}：对 NDArray 的循环在 {time} 内加了 {done} 个元素</translation>
    </message>
    <message>
        <source>Which is faster, and how many times: {loop} or {at_once}?</source>
        <translation>哪个更快，快多少倍：{loop} 还是 {at_once} ？</translation>
    </message>
    <message>
        <source>At n = {size} one call is &lt;b&gt;{factor} times&lt;/b&gt; as fast as the loop.</source>
        <translation>n = {size} 时，一次调用的速度是循环的 &lt;b&gt;{factor} 倍&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>Loops over more were stopped after {limit}: n = {size} would take {time}, estimated from what was done.</source>
        <translation>更大的循环在 {limit} 后停止：n = {size} 需要 {time}，由已完成的部分估计。</translation>
    </message>
</context>
<context>
    <name>RacePlot</name>
    <message>
        <source>Seconds for adding two vectors</source>
        <translation>两个向量相加所需的秒数</translation>
    </message>
    <message>
        <source>Time to add two vectors of n entries</source>
        <translation>把两个 n 维向量相加所用的时间</translation>
    </message>
    <message>
        <source>time (s)</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>entries of the vectors, n</source>
        <translation>向量的元素个数 n</translation>
    </message>
    <message>
        <source>estimated, not measured</source>
        <translation>估计值，未测量</translation>
    </message>
    <message>
        <source>{name}, estimated</source>
        <translation>{name}，估计值</translation>
    </message>
</context>
<context>
    <name>RangeMenu</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>值的个数</translation>
    </message>
    <message>
        <source>even steps</source>
        <translation>等差</translation>
    </message>
    <message>
        <source>even factors (logarithmic)</source>
        <translation>等比（对数）</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Type a number into both fields.</source>
        <translation>请在两个字段中各输入一个数。</translation>
    </message>
    <message>
        <source>Even factors need numbers above 0 at both ends.</source>
        <translation>等比要求两端都大于 0。</translation>
    </message>
</context>
<context>
    <name>RateCurve</name>
    <message>
        <source>{optimizer} pays no heed to a learning rate.</source>
        <translation>{optimizer} 不使用学习率。</translation>
    </message>
</context>
<context>
    <name>RatesExplorer</name>
    <message>
        <source>Swap the rates</source>
        <translation>交换两个丢弃率</translation>
    </message>
    <message>
        <source>Dropout rates of two layers</source>
        <translation>两层的丢弃率</translation>
    </message>
    <message>
        <source>On average the output is 1, as without dropout (drawn: {mean}), with a noise of &lt;b&gt;σ = {deviation}&lt;/b&gt; (drawn: {drawn}). A pair of masks keeps {share} of the paths.</source>
        <translation>平均输出为 1，与不用丢弃法时相同（抽取所得：{mean}），噪声为 &lt;b&gt;σ = {deviation}&lt;/b&gt;（抽取所得：{drawn}）。一对掩码保留 {share} 的路径。</translation>
    </message>
</context>
<context>
    <name>RatesMap</name>
    <message>
        <source>Noise of the output over both rates</source>
        <translation>输出的噪声随两个丢弃率的变化</translation>
    </message>
    <message>
        <source>Noise over both rates</source>
        <translation>噪声随两个丢弃率的变化</translation>
    </message>
    <message>
        <source>p₂ of the second layer</source>
        <translation>第二层的 p₂</translation>
    </message>
    <message>
        <source>p₁ of the first layer</source>
        <translation>第一层的 p₁</translation>
    </message>
    <message>
        <source>these rates (drag)</source>
        <translation>当前的丢弃率（可拖动）</translation>
    </message>
    <message>
        <source>equally noisy</source>
        <translation>噪声相等</translation>
    </message>
    <message>
        <source>σ of the output</source>
        <translation>输出的 σ</translation>
    </message>
    <message>
        <source>p₁ = {first}, p₂ = {second}&lt;br&gt;σ of the output: {noise}&lt;br&gt;paths kept: {share}</source>
        <translation>p₁ = {first}，p₂ = {second}&lt;br&gt;输出的 σ：{noise}&lt;br&gt;保留的路径：{share}</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>kept runs at this epoch: training / validation</source>
        <translation>此迭代周期的运行记录：训练 / 验证</translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {x}&lt;/b&gt;, step {step}</source>
        <translation>&lt;b&gt;迭代周期 {x}&lt;/b&gt;，第 {step} 步</translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {x}&lt;/b&gt;</source>
        <translation>&lt;b&gt;迭代周期 {x}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>training, epoch {number}</source>
        <translation>训练，第 {number} 个迭代周期</translation>
    </message>
    <message>
        <source>validation, epoch {number}</source>
        <translation>验证，第 {number} 个迭代周期</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>RecordsEditor</name>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>{count} of at most {most}</source>
        <translation>{count} 个（最多 {most} 个）</translation>
    </message>
</context>
<context>
    <name>ResetButton</name>
    <message>
        <source>Drag to move, turn the wheel to zoom, drag with Shift or the right button to zoom into a box.</source>
        <translation>拖动以移动，滚轮缩放，按住 Shift 拖动或用右键拖动可框选放大。</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>还原视图</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped after {0} steps</source>
        <translation>{0} 步后停止</translation>
    </message>
    <message>
        <source>{0} s of computing</source>
        <translation>计算用时 {0} 秒</translation>
    </message>
    <message>
        <source>{0} accuracy {1} %</source>
        <translation>{0}准确率 {1} %</translation>
    </message>
    <message>
        <source>{0} loss {1}</source>
        <translation>{0}损失 {1}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>迭代周期</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{0} samples/s</source>
        <translation>{0} 样本/秒</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>epoch {0} (stopped early)</source>
        <translation>迭代周期 {0}（提前停止）</translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation>迭代周期 {0} / {1}</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Loading MXNet…</source>
        <translation>正在加载 MXNet…</translation>
    </message>
    <message>
        <source>MXNet cannot be loaded</source>
        <translation>MXNet 无法加载</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Forget the network and start from fresh weights, with the present settings</source>
        <translation>丢掉网络，用当前设置从新的权重开始</translation>
    </message>
    <message>
        <source>Train for one minibatch</source>
        <translation>训练一个小批量</translation>
    </message>
    <message>
        <source>Train to the end of the epoch</source>
        <translation>训练到本迭代周期结束</translation>
    </message>
    <message>
        <source>End the run; the network is kept</source>
        <translation>结束运行；网络予以保留</translation>
    </message>
    <message>
        <source>MXNet is still being loaded</source>
        <translation>MXNet 仍在加载</translation>
    </message>
    <message>
        <source>MXNet cannot be loaded; 'gluon-lab doctor' says why</source>
        <translation>MXNet 无法加载；“gluon-lab doctor” 会说明原因</translation>
    </message>
    <message>
        <source>Train the network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>Pause after this minibatch</source>
        <translation>在这个小批量之后暂停</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Train again, from fresh weights; the trained ones are lost unless you save them</source>
        <translation>从新的权重重新训练；除非保存，否则训练好的权重会丢失</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行的进度</translation>
    </message>
</context>
<context>
    <name>RunDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation>运行的名称</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Kept runs</source>
        <translation>保留的运行</translation>
    </message>
</context>
<context>
    <name>RunningMeans</name>
    <message>
        <source>Running mean of what comes out</source>
        <translation>输出的累计均值</translation>
    </message>
    <message>
        <source>mean of h′ / h so far</source>
        <translation>目前为止 h′ / h 的均值</translation>
    </message>
    <message>
        <source>number of draws (log)</source>
        <translation>抽取次数（对数）</translation>
    </message>
    <message>
        <source>each unit</source>
        <translation>每个单元</translation>
    </message>
    <message>
        <source>whole layer</source>
        <translation>整层</translation>
    </message>
    <message>
        <source>expectation</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>95 % of units</source>
        <translation>95 % 的单元</translation>
    </message>
    <message>
        <source>&lt;b&gt;after {n} draws&lt;/b&gt;&lt;br&gt;units: {low} … {high}&lt;br&gt;whole layer: {mean}</source>
        <translation>&lt;b&gt;抽取 {n} 次之后&lt;/b&gt;&lt;br&gt;单元：{low} … {high}&lt;br&gt;整层：{mean}</translation>
    </message>
</context>
<context>
    <name>RunsControl</name>
    <message>
        <source>This is the experiment of “{0}”. Undo brings back the one before.</source>
        <translation>这是“{0}”的实验。“撤销”可恢复之前的实验。</translation>
    </message>
    <message>
        <source>{file} was not saved: {reason}</source>
        <translation>{file} 未能保存：{reason}</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>the same settings again</source>
        <translation>设置相同，再次运行</translation>
    </message>
    <message>
        <source>while it ran: {0}</source>
        <translation>运行期间：{0}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>val</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>no epoch was finished</source>
        <translation>没有完成任何迭代周期</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>{0} · epochs: {1}</source>
        <translation>{0} · 迭代周期：{1}</translation>
    </message>
    <message>
        <source>Differs from the run before: {0}</source>
        <translation>与前一次运行的不同：{0}</translation>
    </message>
    <message>
        <source>This is the present run. Its tick counts when the next run has begun.</source>
        <translation>这是当前运行。下一次运行开始后，它的勾选才起作用。</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Make this the current experiment</source>
        <translation>设为当前实验</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Pin: never make room for new runs</source>
        <translation>固定：不为新的运行让位</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export all runs as CSV…</source>
        <translation>把所有运行导出为 CSV…</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Every run that ends is kept here. Tick runs to see their curves beside those of the next one.</source>
        <translation>每次结束的运行都保存在这里。勾选运行，可在下一次运行的曲线旁看到它们的曲线。</translation>
    </message>
    <message>
        <source>Runs ({0})</source>
        <translation>运行记录（{0}）</translation>
    </message>
    <message>
        <source>{0} of {1} runs: the oldest ones that are not pinned make room for new ones.</source>
        <translation>{0} / {1} 次运行：未固定的最早的运行会为新的运行让位。</translation>
    </message>
    <message>
        <source>The last {0} runs are kept, and all that are pinned.</source>
        <translation>保留最近 {0} 次运行以及所有已固定的运行。</translation>
    </message>
</context>
<context>
    <name>SampleBrowser</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <source>Prediction ŷ</source>
        <translation>预测 ŷ</translation>
    </message>
    <message>
        <source>Difference ŷ − y</source>
        <translation>差值 ŷ − y</translation>
    </message>
</context>
<context>
    <name>SampleDetail</name>
    <message>
        <source>Sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <source>Label: {label}</source>
        <translation>标签：{label}</translation>
    </message>
    <message>
        <source>Prediction: {predicted}</source>
        <translation>预测：{predicted}</translation>
    </message>
</context>
<context>
    <name>SampleMessage</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Download {title} ({size} MB)</source>
        <translation>下载 {title}（{size} MB）</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>Sample {number}: {label}</source>
        <translation>样本 {number}：{label}</translation>
    </message>
    <message>
        <source>Sample {number}: {label}, wrongly predicted as {predicted} with {percent} %</source>
        <translation>样本 {number}：{label}，误判为{predicted}，概率 {percent} %</translation>
    </message>
    <message>
        <source>Sample {number}: {label}, rightly predicted with {percent} %</source>
        <translation>样本 {number}：{label}，判断正确，概率 {percent} %</translation>
    </message>
    <message>
        <source>Sample {number}: {label}, wrongly predicted as {predicted}</source>
        <translation>样本 {number}：{label}，误判为{predicted}</translation>
    </message>
    <message>
        <source>Sample {number}: {label}, rightly predicted</source>
        <translation>样本 {number}：{label}，判断正确</translation>
    </message>
</context>
<context>
    <name>SamplePlot</name>
    <message>
        <source>Picture of the data</source>
        <translation>数据的图像</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>true curve</source>
        <translation>真实曲线</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>true curve: {y}</source>
        <translation>真实曲线：{y}</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <source>Prediction ŷ</source>
        <translation>预测 ŷ</translation>
    </message>
    <message>
        <source>Mean |ŷ − y|</source>
        <translation>平均 |ŷ − y|</translation>
    </message>
    <message>
        <source>Error ŷ − y</source>
        <translation>误差 ŷ − y</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>SamplesView</name>
    <message>
        <source>Part of the data</source>
        <translation>数据的部分</translation>
    </message>
    <message>
        <source>Order and selection</source>
        <translation>排序与筛选</translation>
    </message>
    <message>
        <source>Show only samples with this label</source>
        <translation>只显示带有此标签的样本</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>wrong first</source>
        <translation>错误在前</translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation>只看错误</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation>图像的大小</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>{total} samples</source>
        <translation>{total} 个样本</translation>
    </message>
    <message>
        <source>Predictions for the test part are shown after the run has finished.</source>
        <translation>对测试集的预测在运行完成后显示。</translation>
    </message>
    <message>
        <source>Train the network to see its answers.</source>
        <translation>训练网络后即可看到它的答案。</translation>
    </message>
    <message>
        <source>The network's answers are no numbers any more. Press Reset and train with a smaller learning rate.</source>
        <translation>网络的答案已不再是数。请按“重置”，并用更小的学习率训练。</translation>
    </message>
    <message>
        <source>mean error |ŷ − y| {error}</source>
        <translation>平均误差 |ŷ − y| {error}</translation>
    </message>
    <message>
        <source>nothing to show here</source>
        <translation>这里没有可显示的内容</translation>
    </message>
    <message>
        <source>loaded parameters</source>
        <translation>加载的参数</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>{wrong} of {total} wrong ({share} %)</source>
        <translation>{total} 个中错误 {wrong} 个（{share} %）</translation>
    </message>
</context>
<context>
    <name>SamplingExplorer</name>
    <message>
        <source>Few samples look like anything; many look like the distribution that they come from.</source>
        <translation>少量样本看起来什么样的都有；大量样本才像它们所来自的分布。</translation>
    </message>
    <message>
        <source>Take the next seed: other samples of the same distribution</source>
        <translation>取下一个种子：同一分布的另一批样本</translation>
    </message>
    <message>
        <source>Next seed</source>
        <translation>下一个种子</translation>
    </message>
    <message>
        <source>Let n grow</source>
        <translation>让 n 增长</translation>
    </message>
    <message>
        <source>Add the samples one after another, from the first to the last</source>
        <translation>把样本从第一个到最后一个逐个加入</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>{distribution} ({parameters}): n = {n}, seed {seed}</source>
        <translation>{distribution}（{parameters}）：n = {n}，种子 {seed}</translation>
    </message>
    <message>
        <source>Of the first {n} samples: mean {mean} (distribution: {true_mean}), variance {variance} (distribution: {true_variance}).</source>
        <translation>前 {n} 个样本：均值 {mean}（分布：{true_mean}），方差 {variance}（分布：{true_variance}）。</translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>val.</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The test part is used once, when the run has finished, so that nothing is chosen by it.</source>
        <translation>测试集只在运行完成后使用一次，因此不会据它作任何选择。</translation>
    </message>
    <message>
        <source>After epoch {0}</source>
        <translation>第 {0} 个迭代周期之后</translation>
    </message>
    <message>
        <source>The test part was used once, at the end.</source>
        <translation>测试集只在最后使用了一次。</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>训练结束时</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search the program</source>
        <translation>在程序中搜索</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭 (Escape)</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>SectionFocus</name>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Bring all settings back; they stay back whenever this page is open.</source>
        <translation>让所有设置回来；在这一页打开期间一直显示。</translation>
    </message>
    <message>
        <source>Hidden for this lesson: {names}.</source>
        <translation>本课隐藏了：{names}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Name and notes</source>
        <translation>名称和备注</translation>
    </message>
</context>
<context>
    <name>SeedEditor</name>
    <message>
        <source>Draw another seed</source>
        <translation>换一个种子</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>End what still runs; what is done is kept</source>
        <translation>结束仍在运行的；已完成的予以保留</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>{0} of {1} runs done</source>
        <translation>{1} 次运行中已完成 {0} 次</translation>
    </message>
    <message>
        <source>{0} running</source>
        <translation>{0} 项运行中</translation>
    </message>
    <message>
        <source>Starting worker processes…</source>
        <translation>正在启动工作进程…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} runs failed; their places say why.</source>
        <translation>{1} 次运行中有 {0} 次失败；原因见各自的位置。</translation>
    </message>
    <message>
        <source>{0} of {1} runs were cancelled; what was done is kept.</source>
        <translation>{1} 次运行中有 {0} 次被取消；已完成的予以保留。</translation>
    </message>
    <message>
        <source>Settings changed since this was started: it shows the settings of that time.</source>
        <translation>启动之后设置已更改：这里显示的是当时的设置。</translation>
    </message>
</context>
<context>
    <name>SelectionControl</name>
    <message>
        <source>There are {0} samples, too few for {1} folds. Choose fewer folds or more samples.</source>
        <translation>只有 {0} 个样本，不够分成 {1} 折。请减少折数或增加样本。</translation>
    </message>
    <message>
        <source>K-fold is running. Wait for it, or cancel it.</source>
        <translation>K 折正在运行。请等待或取消它。</translation>
    </message>
    <message>
        <source>A sweep is running. Wait for it, or cancel it.</source>
        <translation>参数扫描正在运行。请等待或取消它。</translation>
    </message>
    <message>
        <source>The worker processes cannot be started: {0}</source>
        <translation>工作进程无法启动：{0}</translation>
    </message>
</context>
<context>
    <name>SelectionDisplay</name>
    <message>
        <source>K-fold: {0} of {1} runs done</source>
        <translation>K 折：{1} 次运行中已完成 {0} 次</translation>
    </message>
    <message>
        <source>Sweep: {0} of {1} runs done</source>
        <translation>参数扫描：{1} 次运行中已完成 {0} 次</translation>
    </message>
    <message>
        <source>fold {0}</source>
        <translation>第 {0} 折</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>This run's settings are those of the experiment now. Undo brings the others back.</source>
        <translation>这次运行的设置现在就是实验的设置。“撤销”可恢复之前的设置。</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Choose another loss.</source>
        <translation>请选择其他损失函数。</translation>
    </message>
    <message>
        <source>Tells two classes apart; {data} has {number}.</source>
        <translation>用于区分两个类别；{data}有 {number} 个。</translation>
    </message>
    <message>
        <source>Made for {tasks}; {data} asks for {task}.</source>
        <translation>用于{tasks}；{data}要求的是{task}。</translation>
    </message>
    <message>
        <source>The loss itself.</source>
        <translation>损失本身。</translation>
    </message>
    <message>
        <source>This data set and loss do not have it.</source>
        <translation>该数据集和损失函数没有这个指标。</translation>
    </message>
    <message>
        <source>Choose another figure.</source>
        <translation>请选择其他指标。</translation>
    </message>
    <message>
        <source>Set the patience to 1 or more to use this.</source>
        <translation>把耐心值设为 1 或更大后可用。</translation>
    </message>
    <message>
        <source>Choose a part of the data under “Target on” to use this.</source>
        <translation>在“目标所在部分”中选择数据的一部分后可用。</translation>
    </message>
</context>
<context>
    <name>ShapeBoard</name>
    <message>
        <source>axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>One axis more, in front</source>
        <translation>在前面增加一个轴</translation>
    </message>
    <message>
        <source>One axis less</source>
        <translation>在前面减少一个轴</translation>
    </message>
</context>
<context>
    <name>SharingButton</name>
    <message>
        <source>own</source>
        <translation>独立</translation>
    </message>
    <message>
        <source>Parameters: its own. Choose another layer to share those of that one.</source>
        <translation>参数：独立。可选择另一层，与它共享参数。</translation>
    </message>
    <message>
        <source>One set of parameters, “{name}”, for this layer and layer {numbers}: their gradients add up.</source>
        <translation>本层与第 {numbers} 层共用一组参数“{name}”：梯度相加。</translation>
    </message>
    <message>
        <source>It asks for the parameters of “{name}”, and cannot have them. See the message below.</source>
        <translation>它要使用“{name}”的参数，但无法使用。请看下面的提示。</translation>
    </message>
    <message>
        <source>Parameters: {whose}</source>
        <translation>参数：{whose}</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>独立的参数</translation>
    </message>
    <message>
        <source>Shared with layer {number}, {title}</source>
        <translation>与第 {number} 层 {title} 共享</translation>
    </message>
    <message>
        <source>Shared with “{name}”, layer {number}</source>
        <translation>与第 {number} 层“{name}”共享</translation>
    </message>
    <message>
        <source>does not fit here</source>
        <translation>在这里不合适</translation>
    </message>
    <message>
        <source>No other layer has parameters to share</source>
        <translation>没有其他层有可共享的参数</translation>
    </message>
</context>
<context>
    <name>SharingPanel</name>
    <message>
        <source>Weights of both layers</source>
        <translation>两层的权重</translation>
    </message>
    <message>
        <source>Gradients of both uses, and their sum</source>
        <translation>两处使用的梯度及其和</translation>
    </message>
    <message>
        <source>Pass X through the network: then autograd has gradients to show.</source>
        <translation>先让 X 通过网络，自动求梯度才有梯度可以显示。</translation>
    </message>
    <message>
        <source>Gradient of net(X).sum(): the layers use one {kind}, so the gradients of both uses add up.</source>
        <translation>net(X).sum() 的梯度：两层使用同一个 {kind}，因此两处使用的梯度相加。</translation>
    </message>
    <message>
        <source>use in net[0]</source>
        <translation>在 net[0] 中的使用</translation>
    </message>
    <message>
        <source>use in net[1]</source>
        <translation>在 net[1] 中的使用</translation>
    </message>
    <message>
        <source>The weights have no numbers yet: initialise them and pass X through the network.</source>
        <translation>权重还没有数值：请先初始化，再让 X 通过网络。</translation>
    </message>
    <message>
        <source>net[1] was made with params=net[0].params. Drag a number of net[0].weight: net[1].weight is the same object, and shows it too.</source>
        <translation>net[1] 是用 params=net[0].params 创建的。拖动 net[0].weight 中的一个数：net[1].weight 是同一个对象，也会跟着变。</translation>
    </message>
    <message>
        <source>Each layer has a weight of its own. Drag a number of net[0].weight: nothing else changes. Then let the second layer share the parameters of the first.</source>
        <translation>每一层都有自己的权重。拖动 net[0].weight 中的一个数：别的都不变。然后让第二层共享第一层的参数。</translation>
    </message>
</context>
<context>
    <name>SilenceQuestion</name>
    <message>
        <source>The engine does not answer</source>
        <translation>引擎没有响应</translation>
    </message>
    <message>
        <source>The program of a layer does not answer</source>
        <translation>某一层的程序没有响应</translation>
    </message>
    <message>
        <source>Wait, or end Gluon Lab? Unsaved work is kept and is there again at the next start; the trained network is lost.</source>
        <translation>要继续等待，还是结束 Gluon Lab？未保存的内容会保留，下次启动时仍在；训练得到的网络会丢失。</translation>
    </message>
    <message>
        <source>End Gluon Lab</source>
        <translation>结束 Gluon Lab</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
</context>
<context>
    <name>SizeCell</name>
    <message>
        <source>Drag up or down, or press a digit, for another size</source>
        <translation>上下拖动或按数字键，可改变大小</translation>
    </message>
    <message>
        <source>This axis is missing: it counts as 1</source>
        <translation>缺少这个轴：按 1 计算</translation>
    </message>
</context>
<context>
    <name>SlowBar</name>
    <message>
        <source>Halt at this line</source>
        <translation>在这一行暂停</translation>
    </message>
    <message>
        <source>One line further</source>
        <translation>前进一行</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of the slow motion</source>
        <translation>慢动作的速度</translation>
    </message>
    <message>
        <source>Go on by itself</source>
        <translation>自动继续</translation>
    </message>
</context>
<context>
    <name>SlowMotion</name>
    <message>
        <source>MXNet is not ready yet. Try again in a moment.</source>
        <translation>MXNet 尚未就绪。请稍后重试。</translation>
    </message>
    <message>
        <source>The network was built with other settings than this program: press Reset first.</source>
        <translation>网络是用与此程序不同的设置构造的：请先按“重置”。</translation>
    </message>
</context>
<context>
    <name>SoftmaxExplorer</name>
    <message>
        <source>Softmax turns any numbers into probabilities. Move the logits; choose the true class; then shift all logits together, and see which of the two ways to compute survives.</source>
        <translation>softmax 把任意的数变成概率。移动各 logit，选择真实类别；然后把所有 logit 一起平移，看两种计算方法哪种经受得住。</translation>
    </message>
    <message>
        <source>As the definition says, in float32</source>
        <translation>按定义计算，float32</translation>
    </message>
    <message>
        <source>Less the maximum m, as in Gluon</source>
        <translation>先减去最大值 m，与 Gluon 相同</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Three classes</source>
        <translation>三个类别</translation>
    </message>
    <message>
        <source>Undecided: all logits equal</source>
        <translation>不确定：所有 logit 相等</translation>
    </message>
    <message>
        <source>Sure and right</source>
        <translation>有把握且正确</translation>
    </message>
    <message>
        <source>Sure and wrong</source>
        <translation>有把握但错误</translation>
    </message>
    <message>
        <source>Overflow: exp(100)</source>
        <translation>上溢：exp(100)</translation>
    </message>
    <message>
        <source>Underflow: the true class far behind</source>
        <translation>下溢：真实类别远远落后</translation>
    </message>
    <message>
        <source>Loss of the true class: &lt;b&gt;ℓ = −log {p} = {loss}&lt;/b&gt;.</source>
        <translation>真实类别的损失：&lt;b&gt;ℓ = −log {p} = {loss}&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>Softmax gets &lt;b&gt;z = {formula}&lt;/b&gt;.</source>
        <translation>softmax 的输入为 &lt;b&gt;z = {formula}&lt;/b&gt;。</translation>
    </message>
    <message>
        <source>float32 ends at 3.4·10³⁸: exp of more than 88.7 is inf there, and inf / inf is nan.</source>
        <translation>float32 的上限为 3.4·10³⁸：超过 88.7 的 exp 变为 inf，而 inf / inf 是 nan。</translation>
    </message>
    <message>
        <source>exp became 0 in float32: the logarithm of 0 is minus infinity.</source>
        <translation>exp 在 float32 中变为 0：0 的对数是负无穷大。</translation>
    </message>
    <message>
        <source>Both ways to compute agree here.</source>
        <translation>两种计算方法在这里一致。</translation>
    </message>
    <message>
        <source>exp is so small that float32 keeps only a few digits of it: the results differ.</source>
        <translation>exp 太小，float32 只保留了几位有效数字：结果不同。</translation>
    </message>
    <message>
        <source>ŷ is so near to 1 that float32 loses digits of 1 − ŷ: the results differ. The exponentials less the maximum keep them.</source>
        <translation>ŷ 与 1 太接近，float32 丢失了 1 − ŷ 的有效数字，因此两个结果不同；先减去最大值再取指数则能保留这些数字。</translation>
    </message>
    <message>
        <source>float32 rounds every number to about 7 digits: the last digits of the results differ.</source>
        <translation>float32 把每个数舍入到约 7 位有效数字，因此两个结果的末几位不同。</translation>
    </message>
</context>
<context>
    <name>SoftmaxPlot</name>
    <message>
        <source>Probabilities over the logit of the true class</source>
        <translation>各类概率随真实类别 logit 的变化</translation>
    </message>
    <message>
        <source>probability ŷ</source>
        <translation>概率 ŷ</translation>
    </message>
    <message>
        <source>logit o of class {number}</source>
        <translation>类别 {number} 的 logit o</translation>
    </message>
    <message>
        <source>class {number}</source>
        <translation>类别 {number}</translation>
    </message>
</context>
<context>
    <name>StepPlayer</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重新播放</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>1. Construct</source>
        <translation>1. 构造</translation>
    </message>
    <message>
        <source>2. net.initialize</source>
        <translation>2. net.initialize</translation>
    </message>
    <message>
        <source>3. net(X)</source>
        <translation>3. net(X)</translation>
    </message>
    <message>
        <source>Begin anew: the layers are made, and no parameter has numbers</source>
        <translation>重新开始：构造各层，所有参数都还没有数值</translation>
    </message>
    <message>
        <source>Initialise all parameters whose shapes are known</source>
        <translation>初始化所有形状已知的参数</translation>
    </message>
    <message>
        <source>Pass an X of this shape through the network</source>
        <translation>让这种形状的 X 通过网络</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>初始化方法</translation>
    </message>
    <message>
        <source>Rows of X</source>
        <translation>X 的行数</translation>
    </message>
    <message>
        <source>Columns of X</source>
        <translation>X 的列数</translation>
    </message>
    <message>
        <source>Initialise again</source>
        <translation>重新初始化</translation>
    </message>
    <message>
        <source>Without it MXNet leaves parameters as they are that have numbers already</source>
        <translation>不选它，MXNet 会保留已有数值的参数不变</translation>
    </message>
    <message>
        <source>net.initialize with this initialiser, although there are numbers already</source>
        <translation>已有数值时，仍用这个初始化方法调用 net.initialize</translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>sum of exp: {total} &amp;nbsp;&amp;nbsp; loss ℓ: {loss}</source>
        <translation>exp 之和：{total} &amp;nbsp;&amp;nbsp; 损失 ℓ：{loss}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>patience {0}</source>
        <translation>耐心值 {0}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SweepBand</name>
    <message>
        <source>Curve of the sweep</source>
        <translation>参数扫描曲线</translation>
    </message>
    <message>
        <source>★ best: {0}</source>
        <translation>★ 最佳：{0}</translation>
    </message>
    <message>
        <source> (log)</source>
        <translation>（对数）</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>{0}, mean ± standard deviation of {1} seeds</source>
        <translation>{0}，{1} 个种子的均值 ± 标准差</translation>
    </message>
</context>
<context>
    <name>SweepBoard</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>∞ diverged</source>
        <translation>∞ 发散</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ 失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>SweepDetail</name>
    <message>
        <source>Which of the runs of this place is drawn</source>
        <translation>画出此处的哪一次运行</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Make this the current experiment</source>
        <translation>设为当前实验</translation>
    </message>
    <message>
        <source>Take over all settings of this run; Undo brings back the present ones</source>
        <translation>采用这次运行的所有设置；“撤销”可恢复当前设置</translation>
    </message>
    <message>
        <source>Add to runs</source>
        <translation>加入运行记录</translation>
    </message>
    <message>
        <source>Put this run into the list of runs, and show its curves</source>
        <translation>把这次运行加入运行记录，并显示其曲线</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
</context>
<context>
    <name>SweepEditor</name>
    <message>
        <source>Setting 1</source>
        <translation>设置 1</translation>
    </message>
    <message>
        <source>Setting 2</source>
        <translation>设置 2</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Show or hide the settings of the sweep</source>
        <translation>显示或隐藏参数扫描的设置</translation>
    </message>
    <message>
        <source>Use the present experiment</source>
        <translation>使用当前实验</translation>
    </message>
    <message>
        <source>This sweep has its own experiment; take that of the window instead</source>
        <translation>这个参数扫描自带实验；改用窗口中的实验</translation>
    </message>
    <message>
        <source>Ready sweeps</source>
        <translation>现成的参数扫描</translation>
    </message>
    <message>
        <source>Open a sweep…</source>
        <translation>打开参数扫描…</translation>
    </message>
    <message>
        <source>Save this sweep…</source>
        <translation>保存这个参数扫描…</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Each value is run with so many seeds; their mean and spread are shown</source>
        <translation>每个值用这么多个种子运行；显示其均值和离散程度</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>{0} runs</source>
        <translation>{0} 次运行</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>约 {0}</translation>
    </message>
</context>
<context>
    <name>SweepEmpty</name>
    <message>
        <source>A sweep trains the same network again and again, with one or two settings over the values given above. Its map shows which values serve, and a click on a cell shows the run behind it.</source>
        <translation>参数扫描用上面给出的一项或两项设置的值，反复训练同一个网络。它的图显示哪些值有效；点击一个单元格可查看背后的那次运行。</translation>
    </message>
    <message>
        <source>What does a setting do?</source>
        <translation>某项设置有什么作用？</translation>
    </message>
</context>
<context>
    <name>SweepFiles</name>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Opened {0}</source>
        <translation>已打开 {0}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
</context>
<context>
    <name>SweepList</name>
    <message>
        <source>Table of the sweep</source>
        <translation>参数扫描的表格</translation>
    </message>
</context>
<context>
    <name>SweepListModel</name>
    <message>
        <source>★ best</source>
        <translation>★ 最佳</translation>
    </message>
    <message>
        <source>Training {0}</source>
        <translation>训练{0}</translation>
    </message>
    <message>
        <source>Validation {0}</source>
        <translation>验证{0}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>SweepMap</name>
    <message>
        <source>Map of the sweep</source>
        <translation>参数扫描图</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Part of the data</source>
        <translation>数据的部分</translation>
    </message>
    <message>
        <source>Whose figures are drawn</source>
        <translation>画出哪一部分的指标</translation>
    </message>
    <message>
        <source>both parts</source>
        <translation>两个部分</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation>以表格显示数值</translation>
    </message>
    <message>
        <source>{name} sweep</source>
        <translation>{name} 参数扫描</translation>
    </message>
</context>
<context>
    <name>SymmetryCurves</name>
    <message>
        <source>Loss and difference of the units over the steps</source>
        <translation>损失与单元之间的差异随步数的变化</translation>
    </message>
    <message>
        <source>Loss of each step</source>
        <translation>每一步的损失</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>最大差异</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>largest difference</source>
        <translation>最大差异</translation>
    </message>
    <message>
        <source>steps of SGD</source>
        <translation>SGD 的步数</translation>
    </message>
    <message>
        <source>&lt;b&gt;step {step}&lt;/b&gt;&lt;br&gt;loss {loss}&lt;br&gt;largest difference {distance}</source>
        <translation>&lt;b&gt;第 {step} 步&lt;/b&gt;&lt;br&gt;损失 {loss}&lt;br&gt;最大差异 {distance}</translation>
    </message>
</context>
<context>
    <name>SymmetryExplorer</name>
    <message>
        <source>Symmetric initialisation</source>
        <translation>对称的初始化</translation>
    </message>
    <message>
        <source>All weights 0.5: one unit only</source>
        <translation>所有权重为 0.5：只相当于一个单元</translation>
    </message>
    <message>
        <source>All weights 0: nothing moves</source>
        <translation>所有权重为 0：什么都不动</translation>
    </message>
    <message>
        <source>A trace of noise parts the units</source>
        <translation>一丝噪声把单元分开</translation>
    </message>
    <message>
        <source>Random weights, as it is done</source>
        <translation>随机权重，通常的做法</translation>
    </message>
    <message>
        <source>Dropout parts the units too</source>
        <translation>丢弃法也能把单元分开</translation>
    </message>
    <message>
        <source>&lt;b&gt;The training has diverged:&lt;/b&gt; every step was longer than the last. Choose a smaller η.</source>
        <translation>&lt;b&gt;训练已经发散：&lt;/b&gt;每一步都比上一步更长。请选择更小的 η。</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {units} hidden units are equal&lt;/b&gt; to the last bit: they count as one. Loss {loss}.</source>
        <translation>&lt;b&gt;全部 {units} 个隐藏单元完全相等&lt;/b&gt;，直到最后一位：只相当于一个。损失 {loss}。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Dropout has parted the {units} equal units:&lt;/b&gt; in a step some learn, others do not. Loss {loss}.</source>
        <translation>&lt;b&gt;丢弃法把 {units} 个相等的单元分开了：&lt;/b&gt;在一步中，有的学习，有的不学习。损失 {loss}。</translation>
    </message>
    <message>
        <source>&lt;b&gt;The units go their own ways,&lt;/b&gt; since they began differently. Loss {loss}.</source>
        <translation>&lt;b&gt;各单元各走各的路，&lt;/b&gt;因为起点不同。损失 {loss}。</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Open data: {name}</source>
        <translation>打开数据：{name}</translation>
    </message>
    <message>
        <source>Use table</source>
        <translation>使用表格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First row holds the names</source>
        <translation>第一行是列名</translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation>小数点用逗号</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>分隔符(&amp;D)</translation>
    </message>
    <message>
        <source>The column that the network learns to tell.</source>
        <translation>网络要学会给出的列。</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Tell which class it is.</source>
        <translation>说出属于哪个类别。</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Tell a number.</source>
        <translation>说出一个数值。</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>Tas&amp;k</source>
        <translation>任务(&amp;K)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Use all columns as inputs</source>
        <translation>把所有列用作输入</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Use no column as an input</source>
        <translation>不把任何列用作输入</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>{path} · {rows} rows · {columns} columns · {size}</source>
        <translation>{path} · {rows} 行 · {columns} 列 · {size}</translation>
    </message>
    <message>
        <source>Column “{name}” does not allow it.</source>
        <translation>列“{name}”不允许这样做。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <source>{rows} samples · {inputs} inputs → {goal}</source>
        <translation>{rows} 个样本 · {inputs} 个输入 → {goal}</translation>
    </message>
    <message>
        <source>{count} rows without a target are left out</source>
        <translation>{count} 行没有目标，已略过</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>Settings changed. The network still has the old ones: press Reset to apply the new ones.</source>
        <translation>设置已更改，网络仍使用旧设置：按“重置”应用新设置。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Mend this first: {0}. {1}</source>
        <translation>请先改正：{0}。{1}</translation>
    </message>
    <message>
        <source>Set learning rate to {0} and reset</source>
        <translation>把学习率设为 {0} 并重置</translation>
    </message>
    <message>
        <source>Something went wrong inside Gluon Lab: {0} Your experiment is kept.</source>
        <translation>Gluon Lab 内部出了问题：{0} 你的实验已保留。</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>kernel {number}</source>
        <translation>卷积核 {number}</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>单元 {number}</translation>
    </message>
</context>
<context>
    <name>TemplatesPlot</name>
    <message>
        <source>Weights of the first layer as images</source>
        <translation>以图像显示第一层的权重</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The first layer does not look at images</source>
        <translation>第一层不是直接看图像</translation>
    </message>
    <message>
        <source>Templates are the weights of the first layer as images. Choose images as the data, such as the digits, and begin with Dense or Conv2D: the preset Softmax regression has one for each class.</source>
        <translation>模板是以图像显示的第一层权重。请选择图像作为数据（如手写数字），并以 Dense 或 Conv2D 开头：预设“softmax 回归”为每个类别各有一个模板。</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Blue: a bright pixel speaks for it. Orange: against it.</source>
        <translation>蓝色：亮的像素支持它。橙色：亮的像素反对它。</translation>
    </message>
    <message>
        <source>Units before these</source>
        <translation>前面的单元</translation>
    </message>
    <message>
        <source>Units after these</source>
        <translation>后面的单元</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>{first} – {last} of {number}</source>
        <translation>{number} 个中的第 {first} – {last} 个</translation>
    </message>
    <message>
        <source>weight (what lies beyond has the last colour)</source>
        <translation>权重（超出范围的用最末的颜色）</translation>
    </message>
    <message>
        <source>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;row {row}, column {column}: weight {weight}</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;第 {row} 行，第 {column} 列：权重 {weight}</translation>
    </message>
</context>
<context>
    <name>TermPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Pages that use the word</source>
        <translation>用到该词的页面</translation>
    </message>
</context>
<context>
    <name>ValuesEditor</name>
    <message>
        <source>0.01, 0.1, 1</source>
        <translation>0.01, 0.1, 1</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Fill in values from a range</source>
        <translation>用一个范围填入值</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ValuesPlot</name>
    <message>
        <source>Histogram of the numbers</source>
        <translation>数值的直方图</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>&lt;b&gt;{low} to {high}&lt;/b&gt;&lt;br&gt;count: {count}</source>
        <translation>&lt;b&gt;{low} 到 {high}&lt;/b&gt;&lt;br&gt;个数：{count}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{low} to {high}&lt;/b&gt;&lt;br&gt;count: {count}&lt;br&gt;before: {before}</source>
        <translation>&lt;b&gt;{low} 到 {high}&lt;/b&gt;&lt;br&gt;个数：{count}&lt;br&gt;之前：{before}</translation>
    </message>
</context>
<context>
    <name>WeightBox</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>WeightsPlane</name>
    <message>
        <source>Weights of each hidden unit</source>
        <translation>每个隐藏单元的权重</translation>
    </message>
    <message>
        <source>Weights of the units</source>
        <translation>各单元的权重</translation>
    </message>
    <message>
        <source>w₂ of the unit</source>
        <translation>单元的 w₂</translation>
    </message>
    <message>
        <source>w₁ of the unit</source>
        <translation>单元的 w₁</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>now, in colours</source>
        <translation>当前（不同颜色）</translation>
    </message>
    <message>
        <source>&lt;b&gt;unit {0}&lt;/b&gt;</source>
        <translation>&lt;b&gt;单元 {0}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;units {0}&lt;/b&gt;</source>
        <translation>&lt;b&gt;单元 {0}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>w = ({w1}, {w2}), b = {b}, v = {v}</source>
        <translation>w = ({w1}, {w2})，b = {b}，v = {v}</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Show how the numbers of a layer are distributed</source>
        <translation>显示一层中数值的分布</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Show how large weights are, and how far a step moves them</source>
        <translation>显示权重有多大，以及一步更新使它们移动多远</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Show how large the gradient is in every layer</source>
        <translation>显示每一层的梯度有多大</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Show the weights of the first layer as images</source>
        <translation>以图像显示第一层的权重</translation>
    </message>
    <message>
        <source>These layers cannot work yet</source>
        <translation>这些层还不能工作</translation>
    </message>
    <message>
        <source>Their weights are seen as soon as the problems that the list of layers names are mended.</source>
        <translation>改正层列表中指出的问题后，就能看到它们的权重。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Press Train to see the weights.</source>
        <translation>按“训练”查看权重。</translation>
    </message>
    <message>
        <source>Nothing to see before the first step.</source>
        <translation>第一步之前没有可看的内容。</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
</context>
<context>
    <name>WorstView</name>
    <message>
        <source>Part of the data</source>
        <translation>数据的部分</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>第 {step} 步之后</translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>largest errors first, mean |ŷ − y| {error}, {when}</source>
        <translation>误差最大的在前，平均 |ŷ − y| {error}，{when}</translation>
    </message>
    <message>
        <source>{wrong} of {total} wrong ({share}), surest first, {when}</source>
        <translation>{total} 个中错误 {wrong} 个（{share}），最有把握的在前，{when}</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>还没有数据</translation>
    </message>
    <message>
        <source>The mistakes appear when the data are loaded and a network learns.</source>
        <translation>数据加载完成且网络开始学习后，错误会显示在这里。</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>还没有网络</translation>
    </message>
    <message>
        <source>Press Train to see what the network gets most surely wrong.</source>
        <translation>按“训练”查看网络最有把握地判错了什么。</translation>
    </message>
    <message>
        <source>The test part is still closed</source>
        <translation>测试集仍然封存</translation>
    </message>
    <message>
        <source>What the network gets wrong in it is shown after the run has finished.</source>
        <translation>网络在测试集上的错误在运行完成后显示。</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>还没有答案</translation>
    </message>
    <message>
        <source>The wall is filled at the end of each epoch.</source>
        <translation>样本墙在每个迭代周期结束时更新。</translation>
    </message>
    <message>
        <source>The network's answers are no numbers any more</source>
        <translation>网络的答案已不再是数</translation>
    </message>
    <message>
        <source>Press Reset and train with a smaller learning rate.</source>
        <translation>请按“重置”，并用更小的学习率训练。</translation>
    </message>
    <message>
        <source>No mistakes</source>
        <translation>没有错误</translation>
    </message>
    <message>
        <source>Every sample of this part is recognised.</source>
        <translation>这一部分的每个样本都判断正确。</translation>
    </message>
    <message>
        <source>{name} worst</source>
        <translation>{name} 最差</translation>
    </message>
</context>
<context>
    <name>_Lines</name>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>to know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>_PageButton</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>_Plot</name>
    <message>
        <source>Learning rate over the epochs</source>
        <translation>学习率随迭代周期的变化</translation>
    </message>
    <message>
        <source>Learning rate: first {first}, highest {highest}, last {last}, over {epochs} epochs</source>
        <translation>学习率：起始 {first}，最高 {highest}，最后 {last}，共 {epochs} 个迭代周期</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>迭代周期</translation>
    </message>
</context>
<context>
    <name>_StepList</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>正向</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>There is no result {key} to compare with. {near}The results are: {names}.</source>
        <translation>没有可比较的结果 {key}。{near}现有的结果：{names}。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loss and optimizer</source>
        <translation>损失函数和优化算法</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The weights are drawn now, before any dropout mask</source>
        <translation>现在抽取权重，先于任何丢弃掩码</translation>
    </message>
    <message>
        <source>The weights are drawn now</source>
        <translation>现在抽取权重</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The parameters of the best epoch</source>
        <translation>最佳迭代周期的参数</translation>
    </message>
    <message>
        <source>Only on the way back does BatchNorm bring its running values up to date</source>
        <translation>BatchNorm 只在反向传播时更新它的移动平均值</translation>
    </message>
    <message>
        <source>Layers of one's own</source>
        <translation>自定义层</translation>
    </message>
    <message>
        <source>A layer of your own is a Gluon block, so there is no program from scratch with it.</source>
        <translation>自定义层是一个 Gluon 块，因此没有从零开始的程序。</translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation>超参数</translation>
    </message>
    <message>
        <source>The kernels that Gluon Lab takes: others round otherwise</source>
        <translation>Gluon Lab 使用的内核：其他内核的舍入不同</translation>
    </message>
    <message>
        <source>{path} would stand in the way of the module “{name}” that Python imports. Save under another name.</source>
        <translation>{path} 会挡住 Python 要导入的模块“{name}”。请换一个文件名保存。</translation>
    </message>
    <message>
        <source>{path} is there already, and is another program. Save in another folder.</source>
        <translation>{path} 已存在，且是另一个程序。请保存到其他文件夹。</translation>
    </message>
    <message>
        <source>{path} was not saved: {reason}</source>
        <translation>{path} 未能保存：{reason}</translation>
    </message>
    <message>
        <source>{path} holds your own data, and would be written over. Save under another name.</source>
        <translation>{path} 是你自己的数据，会被覆盖。请换一个名字保存。</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>They round as Gluon does, so that the losses agree to the last digits</source>
        <translation>它们的舍入方式与 Gluon 相同，因此损失直到最后几位都一致</translation>
    </message>
    <message>
        <source>MXNet 1.9.1 asks for this name, which NumPy has given up</source>
        <translation>MXNet 1.9.1 需要这个名称，而 NumPy 已将其移除</translation>
    </message>
    <message>
        <source>The data hold the label {value}, but there are only {num_outputs} classes, counted from 0.</source>
        <translation>数据中有标签 {value}，但只有 {num_outputs} 个类别，从 0 数起。</translation>
    </message>
    <message>
        <source>{num_samples:,} samples of {num_inputs:,} inputs are too many to keep in memory. Take at most {max_numbers:,} samples, or {remedy}.</source>
        <translation>{num_samples:,} 个样本、每个 {num_inputs:,} 个输入，内存放不下。请最多取 {max_numbers:,} 个样本，或者{remedy}。</translation>
    </message>
    <message>
        <source>fewer inputs</source>
        <translation>减少输入</translation>
    </message>
    <message>
        <source>what it sent is not the official file</source>
        <translation>发来的不是官方文件</translation>
    </message>
    <message>
        <source>The download was cancelled.</source>
        <translation>下载已取消。</translation>
    </message>
    <message>
        <source>{path} is a folder, but a file should go there. Remove it and try again.</source>
        <translation>{path} 是一个文件夹，但这里应放一个文件。请移走它再重试。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Make room on the disk or check the permissions of the folder, and try again.</source>
        <translation>无法写入 {path}：{reason}。请腾出磁盘空间或检查文件夹的权限，然后重试。</translation>
    </message>
    <message>
        <source>{name} could not be downloaded. {names}. Check the connection to the internet and try again.</source>
        <translation>无法下载 {name}。{names}。请检查网络连接后重试。</translation>
    </message>
    <message>
        <source>it does not have the file (404)</source>
        <translation>那里没有该文件 (404)</translation>
    </message>
    <message>
        <source>it answered with the error {status}</source>
        <translation>它返回错误 {status}</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>它没有及时应答</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>没有安全连接</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>{path}: the name must end in .csv or .npz, which tells the format.</source>
        <translation>{path}: 文件名必须以 .csv 或 .npz 结尾，以表明格式。</translation>
    </message>
    <message>
        <source>{path} was not saved: {error}</source>
        <translation>{path} 未能保存：{error}</translation>
    </message>
    <message>
        <source>The test images are the validation part; no test part is left.</source>
        <translation>测试图像用作验证集；没有剩下测试集。</translation>
    </message>
    <message>
        <source>{place} ({folder} lacks {names})</source>
        <translation>{place}（{folder} 缺少 {names}）</translation>
    </message>
    <message>
        <source>The files of Fashion-MNIST are not on this computer. Let the window download them (31 MB, once), or put the four official files into {user_data_dir}. Searched: {names}.</source>
        <translation>这台计算机上没有 Fashion-MNIST 的文件。请让窗口下载（31 MB，只需一次），或把四个官方文件放入 {user_data_dir}。已查找：{names}。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Download it again.</source>
        <translation>无法读取 {path}：{reason}。请重新下载。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}. Choose another file.</source>
        <translation>无法读取 {name}：{why}。请选择其他文件。</translation>
    </message>
    <message>
        <source>{name} is larger than {max_file_bytes} MB. Choose a smaller file.</source>
        <translation>{name} 超过 {max_file_bytes} MB。请选择更小的文件。</translation>
    </message>
    <message>
        <source>{name}: {error}. Choose another file.</source>
        <translation>{name}: {error}。请选择其他文件。</translation>
    </message>
    <message>
        <source>it has {width:,} pixels, more than {max_pixels:,}</source>
        <translation>它有 {width:,} 个像素，超过 {max_pixels:,} 个</translation>
    </message>
    <message>
        <source>this is no image that can be read ({value})</source>
        <translation>这不是可以读取的图像（{value}）</translation>
    </message>
    <message>
        <source>it is not an IDX file, which begins with two zero bytes</source>
        <translation>它不是 IDX 文件（IDX 文件以两个零字节开头）</translation>
    </message>
    <message>
        <source>it does not begin like one of unsigned bytes with 1 to {max_dimensions} dimensions</source>
        <translation>它的开头不符合 1 到 {max_dimensions} 维无符号字节的 IDX 文件</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>别的东西</translation>
    </message>
    <message>
        <source>Remove it and download the file again.</source>
        <translation>请移走它并重新下载该文件。</translation>
    </message>
    <message>
        <source>{path} should be a file but is {what}. {remedy}</source>
        <translation>{path} 应是文件，却是{what}。{remedy}</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it, or download it again.</source>
        <translation>请检查它是否存在以及是否有读取权限，或重新下载。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. {remedy}</source>
        <translation>无法读取 {path}：{reason}。{remedy}</translation>
    </message>
    <message>
        <source>{path} is damaged: {error}. {remedy}</source>
        <translation>{path} 已损坏：{error}。{remedy}</translation>
    </message>
    <message>
        <source>Delete it and download it again.</source>
        <translation>请删除它并重新下载。</translation>
    </message>
    <message>
        <source>its compressed content ends too early</source>
        <translation>压缩内容过早结束</translation>
    </message>
    <message>
        <source>its compressed content is not valid</source>
        <translation>压缩内容无效</translation>
    </message>
    <message>
        <source>something follows its compressed content</source>
        <translation>压缩内容之后还有多余内容</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it ends after {content} bytes, within its header</source>
        <translation>它在 {content} 字节后就结束了，还在文件头之内</translation>
    </message>
    <message>
        <source>its values have the type code {content}, not {unsigned_byte} (unsigned bytes)</source>
        <translation>它的值的类型代码是 {content}，而不是 {unsigned_byte}（无符号字节）</translation>
    </message>
    <message>
        <source>it says that it has {content} dimensions, but it should have {shape}</source>
        <translation>它声明有 {content} 维，但应有 {shape} 维</translation>
    </message>
    <message>
        <source>it says that it holds {found} values, but it should hold {shape}</source>
        <translation>它声明有 {found} 个值，但应有 {shape} 个</translation>
    </message>
    <message>
        <source>it is shorter than the {size:,} bytes it needs</source>
        <translation>它比所需的 {size:,} 字节短</translation>
    </message>
    <message>
        <source>it is longer than the {size:,} bytes it needs</source>
        <translation>它比所需的 {size:,} 字节长</translation>
    </message>
    <message>
        <source>label {wrong:,} is {label}, but labels go from 0 to {num_classes}</source>
        <translation>第 {wrong:,} 个标签是 {label}，但标签应为 0 到 {num_classes}</translation>
    </message>
    <message>
        <source>Choose another file, or get a complete copy of this one.</source>
        <translation>请选择其他文件，或取得该文件的完整副本。</translation>
    </message>
    <message>
        <source>{path} holds other labels than the experiment says: {remedy}.</source>
        <translation>{path} 中的标签与实验记录的不同：{remedy}。</translation>
    </message>
    <message>
        <source>All labels in {name} are {classes}: there is nothing to tell apart.</source>
        <translation>{name} 中所有标签都是 {classes}：没有什么可区分的。</translation>
    </message>
    <message>
        <source>{name} has {shapes} dimensions and {name_2} {shapes_2}. Choose a file of images (3 dimensions) and one of labels (1 dimension).</source>
        <translation>{name} 有 {shapes} 维，{name_2} 有 {shapes_2} 维。请选择一个图像文件（3 维）和一个标签文件（1 维）。</translation>
    </message>
    <message>
        <source>{name} has {number:,} images, but {name_2} {num_labels:,} labels. Choose two files that belong together.</source>
        <translation>{name} 有 {number:,} 张图像，而 {name_2} 有 {num_labels:,} 个标签。请选择相配的两个文件。</translation>
    </message>
    <message>
        <source>{number:,} images of {height:,}×{width:,} pixels cannot be used: at most {max_images:,} images of {max_side:,}×{max_side:,} pixels, {max_bytes} MB together.</source>
        <translation>无法使用 {number:,} 张 {height:,}×{width:,} 像素的图像：最多 {max_images:,} 张，每张不超过 {max_side:,}×{max_side:,} 像素，总共不超过 {max_bytes} MB。</translation>
    </message>
    <message>
        <source>{number:,} images of this size do not fit into memory. Make them {side} pixels or less.</source>
        <translation>{number:,} 张这样大小的图像内存放不下。请缩小到 {side} 像素或更小。</translation>
    </message>
    <message>
        <source>{broken:,} of {entries:,} images in {root} cannot be read; {broken_2}.</source>
        <translation>{root} 中 {entries:,} 张图像有 {broken:,} 张无法读取；{broken_2}。</translation>
    </message>
    <message>
        <source>No image in {root} can be read: {broken}. Repair or remove that folder.</source>
        <translation>{root} 中没有一张图像能读取：{broken}。请修复或移除该文件夹。</translation>
    </message>
    <message>
        <source>{names}; and {number:,} more</source>
        <translation>{names}；另有 {number:,} 个</translation>
    </message>
    <message>
        <source>{root} holds more than {max_images:,} images, the most that can be used.</source>
        <translation>{root} 中的图像超过 {max_images:,} 张的上限。</translation>
    </message>
    <message>
        <source>this is no name that a folder can have</source>
        <translation>文件夹不能用这个名称</translation>
    </message>
    <message>
        <source>{root} cannot be read: {why}. Put the folder back, or {remedy}.</source>
        <translation>无法读取 {root}：{why}。请把文件夹放回原处，或者{remedy}。</translation>
    </message>
    <message>
        <source>{root} has {found:,} sub-folders with images. Make one sub-folder for each class, at least 2 and at most {max_classes:,}, with images ({names}) in it.</source>
        <translation>{root} 有 {found:,} 个含图像的子文件夹。请为每个类别建一个子文件夹，至少 2 个，最多 {max_classes:,} 个，其中放入图像（{names}）。</translation>
    </message>
    <message>
        <source>The name of {root} is not Unicode. Rename the file.</source>
        <translation>{root} 的名称不是 Unicode。请重命名该文件。</translation>
    </message>
    <message>
        <source>{path} has {num_bytes:,} bytes; an image may have {max_file_bytes:,}. Remove it.</source>
        <translation>{path} 有 {num_bytes:,} 字节；一张图像最多 {max_file_bytes:,} 字节。请移除它。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Repair or remove it.</source>
        <translation>无法读取 {path}：{reason}。请修复或移除它。</translation>
    </message>
    <message>
        <source>{path} changed while it was read. Wait until nothing writes to it, then try again.</source>
        <translation>{path} 在读取期间发生了变化。请等到没有程序写入它后再重试。</translation>
    </message>
    <message>
        <source>{root}: {error}. Put the old one back, or {remedy}.</source>
        <translation>{root}: {error}。请放回原来的图像，或者{remedy}。</translation>
    </message>
    <message>
        <source>The images in {root} are not those that the experiment was made with. Put the old ones back, or {remedy}.</source>
        <translation>{root} 中的图像不是制作实验时的那些。请放回原来的图像，或者{remedy}。</translation>
    </message>
    <message>
        <source>fewer entries of w</source>
        <translation>减少 w 的元素</translation>
    </message>
    <message>
        <source>There are no points to train on. Add points, or make the shares of the validation and test parts smaller.</source>
        <translation>没有可用于训练的点。请添加点，或减小验证集和测试集的比例。</translation>
    </message>
    <message>
        <source>Validation and test parts leave no samples to train on. Make their shares smaller.</source>
        <translation>验证集和测试集没有给训练留下样本。请减小它们的比例。</translation>
    </message>
    <message>
        <source>There is no fold {number:,}. Choose one from 1 to {num_folds:,}.</source>
        <translation>没有第 {number:,} 折。请选择 1 到 {num_folds:,}。</translation>
    </message>
    <message>
        <source>K-fold needs at least 2 folds, one to validate on and one to train on, not {num_folds:,}.</source>
        <translation>K 折至少需要 2 折，一折用于验证，一折用于训练，而不是 {num_folds:,} 折。</translation>
    </message>
    <message>
        <source>{num_samples:,} samples for training and validation cannot be cut into {num_folds:,} folds. Take fewer folds or more samples.</source>
        <translation>{num_samples:,} 个用于训练和验证的样本不能切成 {num_folds:,} 折。请减少折数或增加样本。</translation>
    </message>
    <message>
        <source>{name} has no category “{bare}”. Choose one of the list.</source>
        <translation>{name} 没有类别“{bare}”。请从列表中选择。</translation>
    </message>
    <message>
        <source>{name} is empty. Enter a number such as {usual:.4g}.</source>
        <translation>{name} 是空的。请输入一个数，如 {usual:.4g}。</translation>
    </message>
    <message>
        <source>{name}: “{bare}” is no number. Enter one such as {usual:.4g}.</source>
        <translation>{name}：“{bare}”不是数。请输入一个数，如 {usual:.4g}。</translation>
    </message>
    <message>
        <source>{name}: the number must lie between -1e30 and 1e30.</source>
        <translation>{name}: 数值必须在 -1e30 和 1e30 之间。</translation>
    </message>
    <message>
        <source>This is no row of a table: {error}.</source>
        <translation>这不是表格的一行：{error}。</translation>
    </message>
    <message>
        <source>The row has {cells} cells, but the table has {num_columns} columns of inputs.</source>
        <translation>这一行有 {cells} 个单元格，而表格有 {num_columns} 个输入列。</translation>
    </message>
    <message>
        <source>There are no samples to train on. Choose your data with “Open data…” in the File menu, or make the shares of the validation and test parts smaller.</source>
        <translation>没有可用于训练的样本。请用“文件”菜单中的“打开数据…”选择数据，或减小验证集和测试集的比例。</translation>
    </message>
    <message>
        <source>No data have been chosen yet. Choose them with “Open data…” in the File menu.</source>
        <translation>还没有选择数据。请用“文件”菜单中的“打开数据…”来选择。</translation>
    </message>
    <message>
        <source>{num_rows:,} rows of {num_inputs:,} inputs are too many to keep in memory. Take at most {max_numbers:,} inputs, that is, leave columns out.</source>
        <translation>{num_rows:,} 行、每行 {num_inputs:,} 个输入，内存放不下。请最多取 {max_numbers:,} 个输入，也就是去掉一些列。</translation>
    </message>
    <message>
        <source>{path} does not hold the columns that the experiment says. Repair that, or {remedy}.</source>
        <translation>{path} 中没有实验所说的列。请修正，或者{remedy}。</translation>
    </message>
    <message>
        <source>{number} cells are no number and count as missing. {first}</source>
        <translation>{number} 个单元格不是数，按缺失计。{first}</translation>
    </message>
    <message>
        <source>1 cell is no number and counts as missing. {first}</source>
        <translation>1 个单元格不是数，按缺失计。{first}</translation>
    </message>
    <message>
        <source>All cells are empty.</source>
        <translation>所有单元格都是空的。</translation>
    </message>
    <message>
        <source>All cells hold the same.</source>
        <translation>所有单元格内容相同。</translation>
    </message>
    <message>
        <source>It only counts the rows.</source>
        <translation>它只是行的编号。</translation>
    </message>
    <message>
        <source>Its texts are too many or too long to be categories.</source>
        <translation>它的文本太多或太长，不能作为类别。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>a number that is too large</source>
        <translation>过大的数</translation>
    </message>
    <message>
        <source>Row {row:,} holds {shown}.</source>
        <translation>第 {row:,} 行是 {shown}。</translation>
    </message>
    <message>
        <source>it is an archive or a spreadsheet. Export the table as CSV with the encoding UTF-8</source>
        <translation>它是压缩包或电子表格。请用 UTF-8 编码把表格导出为 CSV</translation>
    </message>
    <message>
        <source>it is compressed. Unpack it first</source>
        <translation>它是压缩的。请先解压</translation>
    </message>
    <message>
        <source>its encoding is UTF-16. Save it with the encoding UTF-8</source>
        <translation>它的编码是 UTF-16。请用 UTF-8 编码保存</translation>
    </message>
    <message>
        <source>it holds a single NumPy array. Save inputs and target together with numpy.savez</source>
        <translation>其中只有一个 NumPy 数组。请用 numpy.savez 把输入和目标一起保存</translation>
    </message>
    <message>
        <source>{path} has {num_bytes:,} bytes; at most {max_bytes:,} can be read.</source>
        <translation>{path} 有 {num_bytes:,} 字节；最多可读取 {max_bytes:,} 字节。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} is no text file: {what}.</source>
        <translation>{path} 不是文本文件：{what}。</translation>
    </message>
    <message>
        <source>{path} is no text file. Choose a CSV, TSV or NPZ file.</source>
        <translation>{path} 不是文本文件。请选择 CSV、TSV 或 NPZ 文件。</translation>
    </message>
    <message>
        <source>{path} is empty. Choose a file with a table.</source>
        <translation>{path} 是空的。请选择含有表格的文件。</translation>
    </message>
    <message>
        <source>The first row cannot be read as a row of a table. Check its quotation marks.</source>
        <translation>第一行无法作为表格的一行读取。请检查它的引号。</translation>
    </message>
    <message>
        <source>The table has {rows:,} columns; at most {max_columns:,} can be read.</source>
        <translation>表格有 {rows:,} 列；最多可读取 {max_columns:,} 列。</translation>
    </message>
    <message>
        <source>The table has more than {max_rows:,} rows, the most that can be used. Shorten it.</source>
        <translation>表格超过 {max_rows:,} 行的上限。请缩短它。</translation>
    </message>
    <message>
        <source>{path} has no rows under its header.</source>
        <translation>{path} 的表头下面没有行。</translation>
    </message>
    <message>
        <source>{path} has no rows.</source>
        <translation>{path} 没有行。</translation>
    </message>
    <message>
        <source>{row}: this text has more than {max_text:,} bytes. Close its quotation mark, or shorten it.</source>
        <translation>{row}: 这段文本超过 {max_text:,} 字节。请补上引号，或缩短它。</translation>
    </message>
    <message>
        <source>{num_rows}: a quotation mark is never closed. Close it.</source>
        <translation>{num_rows}: 有一个引号没有闭合。请补上。</translation>
    </message>
    <message>
        <source>{row} has {found} instead of {names}. Check delimiters and quotation marks there: {uneven}</source>
        <translation>{row} 有 {found}，而不是 {names}。请检查那里的分隔符和引号：{uneven}</translation>
    </message>
    <message>
        <source>{place}: this is no text in UTF-8. Save the file with the encoding UTF-8.</source>
        <translation>{place}: 这里不是 UTF-8 文本。请用 UTF-8 编码保存该文件。</translation>
    </message>
    <message>
        <source>{path} is no text in UTF-8. Save it with that encoding.</source>
        <translation>{path} 不是 UTF-8 文本。请用该编码保存它。</translation>
    </message>
    <message>
        <source>{path} has a row of more than {block:,} million bytes. Look for a quotation mark that is not closed.</source>
        <translation>{path} 有一行超过 {block:,} 百万字节。请查找没有闭合的引号。</translation>
    </message>
    <message>
        <source>{path} cannot be read as a table: {error}</source>
        <translation>无法把 {path} 作为表格读取：{error}</translation>
    </message>
    <message>
        <source>Row {row:,}</source>
        <translation>第 {row:,} 行</translation>
    </message>
    <message>
        <source>Row {row:,} (line {line:,})</source>
        <translation>第 {row:,} 行（文本第 {line:,} 行）</translation>
    </message>
    <message>
        <source>{row}, column “{name}”</source>
        <translation>{row}，列“{name}”</translation>
    </message>
    <message>
        <source>{path} cannot be read as an NPZ file: {what}. Save it again with numpy.savez.</source>
        <translation>无法把 {path} 作为 NPZ 文件读取：{what}。请用 numpy.savez 重新保存。</translation>
    </message>
    <message>
        <source>{path} is an archive without arrays. Save inputs and target with numpy.savez.</source>
        <translation>{path} 是一个没有数组的压缩包。请用 numpy.savez 保存输入和目标。</translation>
    </message>
    <message>
        <source>{path} holds {members:,} arrays; at most {max_arrays:,} can be read.</source>
        <translation>{path} 有 {members:,} 个数组；最多可读取 {max_arrays:,} 个。</translation>
    </message>
    <message>
        <source>{path} holds {size:,} bytes of arrays; at most {max_bytes:,} can be read.</source>
        <translation>{path} 的数组共 {size:,} 字节；最多可读取 {max_bytes:,} 字节。</translation>
    </message>
    <message>
        <source>The array {name} has a damaged header. Save the file again with numpy.savez.</source>
        <translation>数组 {name} 的文件头已损坏。请用 numpy.savez 重新保存该文件。</translation>
    </message>
    <message>
        <source>The array {name} holds {dtype}, neither numbers nor texts. Save the file without it.</source>
        <translation>数组 {name} 的类型是 {dtype}，既不是数值也不是文本。请去掉它再保存文件。</translation>
    </message>
    <message>
        <source>The array {name} does not have the size that its header tells. Save the file again.</source>
        <translation>数组 {name} 的大小与其文件头所述不符。请重新保存该文件。</translation>
    </message>
    <message>
        <source>The file holds no array with rows. Save inputs and target as arrays of equal length.</source>
        <translation>文件中没有含行的数组。请把输入和目标保存为等长的数组。</translation>
    </message>
    <message>
        <source>The arrays have {rows:,} rows; at most {max_rows:,} can be used.</source>
        <translation>数组有 {rows:,} 行；最多可用 {max_rows:,} 行。</translation>
    </message>
    <message>
        <source>Not used, since the others have {rows:,} rows: {names}.</source>
        <translation>未使用，因为其他数组有 {rows:,} 行：{names}。</translation>
    </message>
    <message>
        <source>The arrays have {number:,} columns together; at most {max_columns:,} can be used.</source>
        <translation>数组合起来有 {number:,} 列；最多可用 {max_columns:,} 列。</translation>
    </message>
    <message>
        <source>The table has no column “{name}”. Choose another one.</source>
        <translation>表格没有列“{name}”。请选择其他列。</translation>
    </message>
    <message>
        <source>No column is left as an input. Use at least one.</source>
        <translation>没有剩下作为输入的列。请至少使用一列。</translation>
    </message>
    <message>
        <source>These columns become {num_inputs:,} inputs; with {num_rows:,} rows at most {most:,} can be kept in memory. Leave columns out.</source>
        <translation>这些列成为 {num_inputs:,} 个输入；有 {num_rows:,} 行时内存最多放得下 {most:,} 个。请去掉一些列。</translation>
    </message>
    <message>
        <source>too few numbers</source>
        <translation>数值太少</translation>
    </message>
    <message>
        <source>more than {number} different values</source>
        <translation>超过 {number} 种不同的值</translation>
    </message>
    <message>
        <source>Column “{name}” cannot be used like this: it has {many}.</source>
        <translation>列“{name}”不能这样使用：{many}。</translation>
    </message>
    <message>
        <source>Column “{name}” holds the same everywhere; there is nothing to learn. Choose another target.</source>
        <translation>列“{name}”处处相同，没有什么可学的。请选择其他目标。</translation>
    </message>
    <message>
        <source>Column “{name}” cannot be the target: it has more than {max_classes:,} different texts. {first_text} Choose another target.</source>
        <translation>列“{name}”不能作为目标：它有超过 {max_classes:,} 种不同的文本。{first_text} 请选择其他目标。</translation>
    </message>
    <message>
        <source>it holds texts</source>
        <translation>其中有文本</translation>
    </message>
    <message>
        <source>it has more than {number:,} different numbers</source>
        <translation>它有超过 {number:,} 个不同的数</translation>
    </message>
    <message>
        <source>Column “{name}” cannot be the target of a {task}: {why}. Choose {names}.</source>
        <translation>列“{name}”不能作为{task}的目标：{why}。请选择{names}。</translation>
    </message>
    <message>
        <source>open it again with “Open data…” in the File menu</source>
        <translation>用“文件”菜单中的“打开数据…”重新打开</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>a device or a pipe</source>
        <translation>设备或管道</translation>
    </message>
    <message>
        <source>{path} is {what}, not a file. Choose a file.</source>
        <translation>{path} 是{what}，不是文件。请选择一个文件。</translation>
    </message>
    <message>
        <source>{path} may not be read. Change its permissions, or choose another file.</source>
        <translation>没有读取 {path} 的权限。请更改其权限，或选择其他文件。</translation>
    </message>
    <message>
        <source>this is not a name that a file can have</source>
        <translation>文件不能用这个名称</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. Check the path.</source>
        <translation>无法读取 {path}：{why}。请检查路径。</translation>
    </message>
    <message>
        <source>The name of {shown} is not Unicode. Rename the file.</source>
        <translation>{shown} 的名称不是 Unicode。请重命名该文件。</translation>
    </message>
    <message>
        <source>The path of {name} is longer than {max_path:,} characters. Move the file.</source>
        <translation>{name} 的路径超过 {max_path:,} 个字符。请移动该文件。</translation>
    </message>
    <message>
        <source>{path} is not there. Put the file back, or {remedy}.</source>
        <translation>{path} 不存在。请把文件放回原处，或者{remedy}。</translation>
    </message>
    <message>
        <source>its content has changed</source>
        <translation>内容已改变</translation>
    </message>
    <message>
        <source>it has {size:,} bytes instead of {wanted:,}</source>
        <translation>它有 {size:,} 字节，而不是 {wanted:,} 字节</translation>
    </message>
    <message>
        <source>{present} is not the file that the experiment was made with: {changed}. Put the old one back, or {remedy}.</source>
        <translation>{present} 不是制作实验时的那个文件：{changed}。请放回原来的文件，或者{remedy}。</translation>
    </message>
    <message>
        <source>Change {title:lower}</source>
        <translation>修改{title:lower}</translation>
    </message>
    <message>
        <source>Take the experiment of a run</source>
        <translation>采用某次运行的实验</translation>
    </message>
    <message>
        <source>{path}: there is no layer number {number}.</source>
        <translation>{path}: 没有第 {number} 层。</translation>
    </message>
    <message>
        <source>Add {layer}</source>
        <translation>添加{layer}</translation>
    </message>
    <message>
        <source>{path}: a layer cannot be put at place {number}.</source>
        <translation>{path}: 不能把层放在第 {number} 位。</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>移除层</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>复制层</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>移动层</translation>
    </message>
    <message>
        <source>Stop sharing parameters</source>
        <translation>停止共享参数</translation>
    </message>
    <message>
        <source>Share parameters</source>
        <translation>共享参数</translation>
    </message>
    <message>
        <source>layers: a layer can share only the parameters of an earlier one.</source>
        <translation>layers: 一层只能共享前面某一层的参数。</translation>
    </message>
    <message>
        <source>layers: only layers of the same kind with parameters can share them.</source>
        <translation>layers: 只有同一种类且有参数的层才能共享参数。</translation>
    </message>
    <message>
        <source>layers: this layer has no parameters of its own. Choose their owner.</source>
        <translation>layers: 这一层没有自己的参数。请选择参数的所有者。</translation>
    </message>
    <message>
        <source>Replace by {layer}</source>
        <translation>替换为 {layer}</translation>
    </message>
    <message>
        <source>{path}: layer {number} is not from a file.</source>
        <translation>{path}: 第 {number} 层不是来自文件的层。</translation>
    </message>
    <message>
        <source>Add point</source>
        <translation>添加点</translation>
    </message>
    <message>
        <source>Remove point</source>
        <translation>移除点</translation>
    </message>
    <message>
        <source>{path}: there is no point number {number}.</source>
        <translation>{path}: 没有第 {number} 个点。</translation>
    </message>
    <message>
        <source>{path}: {title} takes no points of your own. Choose {own} as the data.</source>
        <translation>{path}: {title}不接受自己放置的点。请选择{own}作为数据。</translation>
    </message>
    <message>
        <source>{path}: the kind {what}</source>
        <translation>{path}: 种类 {what}</translation>
    </message>
    <message>
        <source>MXNet refuses: {what}.</source>
        <translation>MXNet 拒绝了：{what}。</translation>
    </message>
    <message>
        <source>Without force_reinit=True MXNet leaves initialised parameters as they are, and warns: {warning}</source>
        <translation>没有 force_reinit=True，MXNet 会保留已初始化的参数不变，并发出警告：{warning}</translation>
    </message>
    <message>
        <source>DeferredInitializationError: {name} has the shape {shape}. How many inputs there are is not known before the first forward pass, so there are no numbers yet. Pass an X through the network, or give in_units.</source>
        <translation>DeferredInitializationError：{name} 的形状是 {shape}。第一次前向计算之前不知道输入个数，所以还没有数值。请让一个 X 通过网络，或给出 in_units。</translation>
    </message>
    <message>
        <source>RuntimeError: {name} has not been initialised. Call net.initialize() first.</source>
        <translation>RuntimeError：{name} 还没有初始化。请先调用 net.initialize()。</translation>
    </message>
    <message>
        <source>from_numpy has made n read-only, since y lives in its memory: write y, and n shows it.</source>
        <translation>from_numpy 使 n 变为只读，因为 y 就在它的内存中：写 y，n 会显示出来。</translation>
    </message>
    <message>
        <source>{source} fits: loading it replaces all {number} parameters of the network.</source>
        <translation>{source} 匹配：载入它会替换网络的全部 {number} 个参数。</translation>
    </message>
    <message>
        <source>There was not enough memory for this run.</source>
        <translation>内存不足，无法进行这次运行。</translation>
    </message>
    <message>
        <source>The data cannot be read: {error}.</source>
        <translation>数据无法读取：{error}。</translation>
    </message>
    <message>
        <source>A layer here is a program that you have not agreed to run. Look at it and agree.</source>
        <translation>这里有一层是你尚未同意运行的程序。请查看并同意。</translation>
    </message>
    <message>
        <source>{name}() is called without arguments: give each of them a default.</source>
        <translation>调用 {name}() 时不带参数：请给每个参数一个默认值。</translation>
    </message>
    <message>
        <source>{file} has no class {name} that is made from Block or HybridBlock.</source>
        <translation>{file} 中没有由 Block 或 HybridBlock 派生的类 {name}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: still not done after {seconds} seconds; perhaps a loop without an end.</source>
        <translation>{file} 第 {line} 行：{seconds} 秒后仍未完成；可能是无限循环。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}.</source>
        <translation>{file} 第 {line} 行：{what}。</translation>
    </message>
    <message>
        <source>{file}: {what}.</source>
        <translation>{file}：{what}。</translation>
    </message>
    <message>
        <source>Its outputs have another shape when there are more samples: the first axis must count them.</source>
        <translation>样本增多时它的输出形状变得不同：第一个轴必须是样本数。</translation>
    </message>
    <message>
        <source>It returns {what} instead of one NDArray.</source>
        <translation>它返回{what}，而不是一个 NDArray。</translation>
    </message>
    <message>
        <source>It returns {what} numbers instead of float32.</source>
        <translation>它返回 {what} 类型的数，而不是 float32。</translation>
    </message>
    <message>
        <source>It returns far too many numbers.</source>
        <translation>它返回的数太多了。</translation>
    </message>
    <message>
        <source>For {number} samples it returns the shape {shape}: the first axis must count the samples, and another one their numbers.</source>
        <translation>对 {number} 个样本它返回形状 {shape}：第一个轴必须是样本数，另有一个轴是每个样本的数。</translation>
    </message>
    <message>
        <source>MXNet cannot compute it: {what}.</source>
        <translation>MXNet 无法计算它：{what}。</translation>
    </message>
    <message>
        <source>It returns numbers that are not finite for usual inputs.</source>
        <translation>它对普通的输入返回非有限值。</translation>
    </message>
    <message>
        <source>Hybridized, it gives other outputs.</source>
        <translation>混合式编程（hybridize）之后输出不同。</translation>
    </message>
    <message>
        <source>Can be made</source>
        <translation>可以创建</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Compiles</source>
        <translation>可编译</translation>
    </message>
    <message>
        <source>Repeatable</source>
        <translation>可重复</translation>
    </message>
    <message>
        <source>It was not tried.</source>
        <translation>尚未试运行。</translation>
    </message>
    <message>
        <source>{name}() gives a layer.</source>
        <translation>{name}() 得到一个层。</translation>
    </message>
    <message>
        <source>{inputs} becomes {outputs}. Parameters: {number:,}.</source>
        <translation>{inputs} 变为 {outputs}。参数个数：{number:,}。</translation>
    </message>
    <message>
        <source>They cannot be drawn: {what} Give each parameter an init, such as init='zeros'.</source>
        <translation>无法抽取：{what} 请给每个参数指定 init，例如 init='zeros'。</translation>
    </message>
    <message>
        <source>Drawn for {names}.</source>
        <translation>已为 {names} 抽取。</translation>
    </message>
    <message>
        <source>hybridize() gives the same outputs.</source>
        <translation>hybridize() 之后输出相同。</translation>
    </message>
    <message>
        <source>It is a Block, not a HybridBlock: it works, but the network runs line by line, and slower.</source>
        <translation>它是 Block 而不是 HybridBlock：可以使用，但网络将以命令式逐行运行，速度较慢。</translation>
    </message>
    <message>
        <source>Not hybridized: the network runs line by line, and slower. {why}</source>
        <translation>不能混合式编程：网络将以命令式逐行运行，速度较慢。{why}</translation>
    </message>
    <message>
        <source>It fails when it trains. {why}</source>
        <translation>训练时出错。{why}</translation>
    </message>
    <message>
        <source>After the same seed it gives other numbers: equal seeds will not give equal curves.</source>
        <translation>随机种子相同，它给出的数却不同：相同的种子不会得到相同的曲线。</translation>
    </message>
    <message>
        <source>Also outside of training it gives other numbers each time: whatever looks into the network then changes the run.</source>
        <translation>在训练之外，它每次给出的数也不同：任何对网络内部的观察都会改变训练。</translation>
    </message>
    <message>
        <source>Equal inputs and equal seeds give equal outputs.</source>
        <translation>输入和种子相同，输出就相同。</translation>
    </message>
    <message>
        <source>Its gradient is not what differences say: {slope:.4g} instead of {difference:.4g} in a direction of {name}.</source>
        <translation>其梯度与差分不符：沿{name}的某一方向，梯度给出 {slope:.4g}，而差分给出 {difference:.4g}。</translation>
    </message>
    <message>
        <source>Equal to differences, for {names}.</source>
        <translation>与差分一致：{names}。</translation>
    </message>
    <message>
        <source>its inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>No gradient comes back to {name}, as when NumPy computes in between.</source>
        <translation>没有梯度传回 {name}，例如中间用了 NumPy 计算。</translation>
    </message>
    <message>
        <source>No gradient comes back through it, as when NumPy computes in between.</source>
        <translation>没有梯度从中传回，例如中间用了 NumPy 计算。</translation>
    </message>
    <message>
        <source>Its way back fails: look at its backward().</source>
        <translation>反向传播出错：请检查它的 backward()。</translation>
    </message>
    <message>
        <source>The very first loss is not a finite number: the first weights are too large for this network. Choose a smaller initialiser, such as Xavier, and train again.</source>
        <translation>第一个损失就不是有限值：初始权重对这个网络来说太大。请选择更小的初始化方法，如 Xavier，然后重新训练。</translation>
    </message>
    <message>
        <source>The loss is not a finite number any more at step {step}</source>
        <translation>第 {step} 步时损失已不再是有限值</translation>
    </message>
    <message>
        <source>The loss has grown to {loss:.2g} at step {step}</source>
        <translation>第 {step} 步时损失已增大到 {loss:.2g}</translation>
    </message>
    <message>
        <source>{name} holds values that are not finite numbers after epoch {epoch}</source>
        <translation>第 {epoch} 个迭代周期之后 {name} 中有非有限值</translation>
    </message>
    <message>
        <source>{what}: training has diverged, though {optimizer} finds its own step size. Choose another optimizer, or a smaller initialiser, and train again.</source>
        <translation>{what}：训练已发散，尽管 {optimizer} 自己确定步长。请选择其他优化算法或更小的初始化方法，然后重新训练。</translation>
    </message>
    <message>
        <source>{what}: training has diverged. The steps are too large. Lower the learning rate from {rate:g} to {lower:g} or less and train again.</source>
        <translation>{what}：训练已发散。步长太大。请把学习率从 {rate:g} 降到 {lower:g} 或更低，然后重新训练。</translation>
    </message>
    <message>
        <source>The network has no unit {unit} in layer {layer}.</source>
        <translation>网络的第 {layer} 层没有单元 {unit}。</translation>
    </message>
    <message>
        <source>This run needs about {needed:.1f} GiB of memory, but only {available:.1f} GiB are free. Use fewer units or channels, fewer layers or a smaller batch size.</source>
        <translation>这次运行约需 {needed:.1f} GiB 内存，但只有 {available:.1f} GiB 可用。请减少单元数或通道数、减少层数，或减小批量大小。</translation>
    </message>
    <message>
        <source>This run needs about {needed:.1f} GiB of memory, but each of {num_workers} workers side by side has only {share:.1f} GiB. Use fewer workers, fewer units or a smaller batch size.</source>
        <translation>这次运行约需 {needed:.1f} GiB 内存，但并行的 {num_workers} 个工作进程每个只有 {share:.1f} GiB。请减少工作进程、减少单元数，或减小批量大小。</translation>
    </message>
    <message>
        <source>'{name}' holds values that are not finite numbers. There is nothing worth saving.</source>
        <translation>“{name}”中有非有限值。没有什么值得保存。</translation>
    </message>
    <message>
        <source>The parameters could not be saved to {path}: {error}</source>
        <translation>参数未能保存到 {path}：{error}</translation>
    </message>
    <message>
        <source>{path} could not be read: this is a device or a pipe, not a file.</source>
        <translation>无法读取 {path}：这是设备或管道，不是文件。</translation>
    </message>
    <message>
        <source>{path} is too large to be a parameter file: it does not fit into the memory.</source>
        <translation>{path} 太大，不可能是参数文件：内存放不下。</translation>
    </message>
    <message>
        <source>{path} could not be read: {error}</source>
        <translation>无法读取 {path}：{error}</translation>
    </message>
    <message>
        <source>{source} does not fit this network: {name} and {other} differ in it, but are one and the same here, since the layers share their parameters.</source>
        <translation>{source} 与这个网络不匹配：其中 {name} 与 {other} 不同，而这里两者是同一个参数，因为这些层共享参数。</translation>
    </message>
    <message>
        <source>The network has no weight {name}{index}.</source>
        <translation>网络没有权重 {name}{index}。</translation>
    </message>
    <message>
        <source>{name} cannot be set to {value}: weights are finite numbers.</source>
        <translation>{name} 不能设为 {value}：权重必须是有限值。</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>{name} belongs to no layer</source>
        <translation>{name} 不属于任何层</translation>
    </message>
    <message>
        <source>{name} has shape {given}, the network wants {shape}</source>
        <translation>{name} 的形状为 {given}，网络需要 {shape}</translation>
    </message>
    <message>
        <source>{names} (and {number} more differences)</source>
        <translation>{names}（另有 {number} 处不同）</translation>
    </message>
    <message>
        <source>{source} does not fit this network: {names}. Open the experiment that the parameters were saved with.</source>
        <translation>{source} 与这个网络不匹配：{names}。请打开保存参数时所用的实验。</translation>
    </message>
    <message>
        <source>it is not a parameter file of Gluon</source>
        <translation>它不是 Gluon 的参数文件</translation>
    </message>
    <message>
        <source>it names {num_names} arrays but holds {count}</source>
        <translation>它声明了 {num_names} 个数组名，却有 {count} 个数组</translation>
    </message>
    <message>
        <source>a name stands in it twice</source>
        <translation>其中有一个名称出现了两次</translation>
    </message>
    <message>
        <source>'{name}' holds values that are not finite numbers</source>
        <translation>“{name}”中有非有限值</translation>
    </message>
    <message>
        <source>an array in it has an unknown format</source>
        <translation>其中有一个数组的格式未知</translation>
    </message>
    <message>
        <source>it holds a sparse array, which no layer here has</source>
        <translation>其中有稀疏数组，这里没有任何层使用它</translation>
    </message>
    <message>
        <source>an array in it claims {ndim} axes</source>
        <translation>其中有一个数组声明有 {ndim} 个轴</translation>
    </message>
    <message>
        <source>an array in it claims the shape {shape}</source>
        <translation>其中有一个数组声明形状为 {shape}</translation>
    </message>
    <message>
        <source>it holds {dtype} numbers instead of float32</source>
        <translation>其中的数是 {dtype} 而不是 float32</translation>
    </message>
    <message>
        <source>a name in it is not text</source>
        <translation>其中有一个名称不是文本</translation>
    </message>
    <message>
        <source>something stands behind its end</source>
        <translation>结尾之后还有内容</translation>
    </message>
    <message>
        <source>its checksum does not match</source>
        <translation>校验和不匹配</translation>
    </message>
    <message>
        <source>it claims {count} arrays but is too short for them</source>
        <translation>它声明有 {count} 个数组，但长度不够</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>它过早结束</translation>
    </message>
    <message>
        <source>{path} cannot be used: {what}. Save the parameters again, or choose another file.</source>
        <translation>{path} 无法使用：{what}。请重新保存参数，或选择其他文件。</translation>
    </message>
    <message>
        <source>the validation {metric:lower} has reached {value}</source>
        <translation>验证{metric:lower}已达到 {value}</translation>
    </message>
    <message>
        <source>the training {metric:lower} has reached {value}</source>
        <translation>训练{metric:lower}已达到 {value}</translation>
    </message>
    <message>
        <source>the validation {metric:lower} has not improved for {epochs}</source>
        <translation>验证{metric:lower}已有 {epochs}没有改善</translation>
    </message>
    <message>
        <source>the time limit of {seconds} s is reached</source>
        <translation>已达到 {seconds} 秒的时间限制</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}，并且{second}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Training failed: {error}. Train again to start afresh.</source>
        <translation>训练失败：{error}。请重新训练。</translation>
    </message>
    <message>
        <source>The network takes inputs of {wanted} numbers. Enter as many.</source>
        <translation>网络的输入为 {wanted} 个数。请输入同样多的数。</translation>
    </message>
    <message>
        <source>An input is not a finite number. Enter a smaller one.</source>
        <translation>有一个输入不是有限值。请输入更小的数。</translation>
    </message>
    <message>
        <source>Finished after {epochs}: {reason}.</source>
        <translation>经过 {epochs}后完成：{reason}。</translation>
    </message>
    <message>
        <source>Finished after {epochs}.</source>
        <translation>经过 {epochs}后完成。</translation>
    </message>
    <message>
        <source>{message} The network has the parameters of epoch {epoch} again, the best one.</source>
        <translation>{message} 网络恢复为最佳的第 {epoch} 个迭代周期的参数。</translation>
    </message>
    <message>
        <source>Say which setting to change, such as training.num_epochs.</source>
        <translation>请指明要修改哪个设置，如 training.num_epochs。</translation>
    </message>
    <message>
        <source>{names}: {node}</source>
        <translation>{names}: {node}</translation>
    </message>
    <message>
        <source>{where} is a single value, it has no {key}.</source>
        <translation>{where} 是单个值，没有 {key}。</translation>
    </message>
    <message>
        <source>{where} is empty, it has no {key}.</source>
        <translation>{where} 是空的，没有 {key}。</translation>
    </message>
    <message>
        <source>{where} has no {key}. Choose a place from 0 (the first) to {node} (the last).</source>
        <translation>{where} 没有 {key}。请选择 0（第一个）到 {node}（最后一个）之间的位置。</translation>
    </message>
    <message>
        <source>{path}: the kind {kind}</source>
        <translation>{path}: 种类 {kind}</translation>
    </message>
    <message>
        <source>y does not depend on x, so there is nothing to differentiate. Use x in it.</source>
        <translation>y 不依赖 x，所以没有什么可求导的。请在式子中使用 x。</translation>
    </message>
    <message>
        <source>x must be a number, a vector or a matrix: brackets in one or two levels.</source>
        <translation>x 必须是一个数、一个向量或一个矩阵：方括号一层或两层。</translation>
    </message>
    <message>
        <source>All rows of x must have the same length.</source>
        <translation>x 的各行长度必须相同。</translation>
    </message>
    <message>
        <source>x must have an entry.</source>
        <translation>x 必须至少有一个元素。</translation>
    </message>
    <message>
        <source>x can have up to {limit} rows and {limit} columns here.</source>
        <translation>这里 x 最多可有 {limit} 行和 {limit} 列。</translation>
    </message>
    <message>
        <source>The entries of x may be from −1,000,000 to 1,000,000.</source>
        <translation>x 的元素可在 −1,000,000 到 1,000,000 之间。</translation>
    </message>
    <message>
        <source>There is one “]” too many in x.</source>
        <translation>x 中多了一个“]”。</translation>
    </message>
    <message>
        <source>“{text}” is no number. Type x as in [0, 1, 2, 3].</source>
        <translation>“{text}”不是数。请按 [0, 1, 2, 3] 的形式输入 x。</translation>
    </message>
    <message>
        <source>A “]” is missing in x.</source>
        <translation>x 中缺少一个“]”。</translation>
    </message>
    <message>
        <source>Type x: a number, a vector such as [0, 1, 2, 3], or a matrix.</source>
        <translation>请输入 x：一个数、一个向量（如 [0, 1, 2, 3]）或一个矩阵。</translation>
    </message>
    <message>
        <source>{a} and {b} cannot be broadcast: their sizes, from the right, must be equal or 1.</source>
        <translation>{a} 和 {b} 不能广播：从右数起，各维大小必须相等或为 1。</translation>
    </message>
    <message>
        <source>dot of {a} and {b} does not work: the first has {m} columns, the second {n} rows.</source>
        <translation>{a} 和 {b} 不能做 dot：前者有 {m} 列，后者有 {n} 行。</translation>
    </message>
    <message>
        <source>Forwards: x is given. x.attach_grad() makes room for its gradient.</source>
        <translation>正向：x 已给定。x.attach_grad() 为它的梯度分配空间。</translation>
    </message>
    <message>
        <source>Forwards: “{name}” is computed. It is y.</source>
        <translation>正向：计算“{name}”。它就是 y。</translation>
    </message>
    <message>
        <source>Forwards: “{name}” is computed from what goes in, and recorded.</source>
        <translation>正向：由输入计算“{name}”，并记录下来。</translation>
    </message>
    <message>
        <source>Backwards: “{name}” is used {times} times. Each use gives a gradient, and they are added.</source>
        <translation>反向：“{name}”被使用了 {times} 次。每次使用各给出一个梯度，它们相加。</translation>
    </message>
    <message>
        <source>Backwards through “{name}”: {rule}.</source>
        <translation>反向穿过“{name}”：{rule}。</translation>
    </message>
    <message>
        <source>Backwards: L is y itself, so the gradient of y is 1.</source>
        <translation>反向：L 就是 y 本身，所以 y 的梯度为 1。</translation>
    </message>
    <message>
        <source>Backwards: y has shape {shape}. backward() differentiates the sum of its entries: each has the gradient 1.</source>
        <translation>反向：y 的形状为 {shape}。backward() 对其元素之和求导：每个元素的梯度都是 1。</translation>
    </message>
    <message>
        <source>The operations are: {names}.</source>
        <translation>可用的运算：{names}。</translation>
    </message>
    <message>
        <source>Type two or three shapes, such as (4,3)+(3,).</source>
        <translation>请输入两个或三个形状，如 (4,3)+(3,)。</translation>
    </message>
    <message>
        <source>Put the same sign between all shapes: one operation is computed at a time.</source>
        <translation>所有形状之间请用同一个运算符：一次只计算一种运算。</translation>
    </message>
    <message>
        <source>The result would have {cells} entries. Up to {limit} can be shown here.</source>
        <translation>结果会有 {cells} 个元素。这里最多能显示 {limit} 个。</translation>
    </message>
    <message>
        <source>“{text}” is not clear. Type shapes such as (4,3)+(3,).</source>
        <translation>“{text}”看不明白。请输入形状，如 (4,3)+(3,)。</translation>
    </message>
    <message>
        <source>({text}) is no shape. A shape is a list of whole numbers, such as (4,3).</source>
        <translation>({text}) 不是形状。形状是一列整数，如 (4,3)。</translation>
    </message>
    <message>
        <source>An array can have up to {limit} axes here.</source>
        <translation>这里数组最多可有 {limit} 个轴。</translation>
    </message>
    <message>
        <source>Every axis can have from 1 to {limit} entries here.</source>
        <translation>这里每个轴可有 1 到 {limit} 个元素。</translation>
    </message>
    <message>
        <source>The shapes are written one below the other, so that their last axes meet.</source>
        <translation>把形状上下写在一起，使它们的最后一个轴对齐。</translation>
    </message>
    <message>
        <source>Missing axes are put in front, each with a 1: in {names}.</source>
        <translation>缺少的轴补在前面，每个为 1：在 {names} 中。</translation>
    </message>
    <message>
        <source>Axis {axis}: the 1 of {names} is stretched to {size}. Ghosts stand for the same entry: nothing is copied.</source>
        <translation>轴 {axis}：{names} 的 1 被拉伸为 {size}。虚影表示同一个元素：并没有复制。</translation>
    </message>
    <message>
        <source>Now all have the shape {shape}, and entries in the same place meet. MXNet computes.</source>
        <translation>现在它们的形状都是 {shape}，相同位置的元素相遇。由 MXNet 计算。</translation>
    </message>
    <message>
        <source>All have the shape {shape} already: nothing is stretched. MXNet computed it.</source>
        <translation>它们的形状已经都是 {shape}：不需要拉伸。MXNet 已计算完成。</translation>
    </message>
    <message>
        <source>Axis {axis}: {a} has {m} entries and {b} has {n}. They would have to be equal, or one of them 1.</source>
        <translation>轴 {axis}：{a} 有 {m} 个元素，{b} 有 {n} 个。它们必须相等，或其中一个为 1。</translation>
    </message>
    <message>
        <source>The network has 1 to {number} layers.</source>
        <translation>网络有 1 到 {number} 层。</translation>
    </message>
    <message>
        <source>The activations are: {names}.</source>
        <translation>可用的激活函数有：{names}。</translation>
    </message>
    <message>
        <source>Sharing takes two layers: add one.</source>
        <translation>共享需要两层：请再添加一层。</translation>
    </message>
    <message>
        <source>Layers that share their parameters have the same units and the same in_units.</source>
        <translation>共享参数的层必须有相同的 units 和相同的 in_units。</translation>
    </message>
    <message>
        <source>The initialisers are: {names}.</source>
        <translation>可用的初始化方法有：{names}。</translation>
    </message>
    <message>
        <source>What can be asked is: {names}.</source>
        <translation>可以询问的有：{names}。</translation>
    </message>
    <message>
        <source>The parameters are: {names}.</source>
        <translation>参数有：{names}。</translation>
    </message>
    <message>
        <source>X has the shape (n, d): n from 1 to {rows}, d from 1 to {columns}.</source>
        <translation>X 的形状是 (n, d)：n 从 1 到 {rows}，d 从 1 到 {columns}。</translation>
    </message>
    <message>
        <source>An edit is [row, column, number] in a weight of shape {shape}.</source>
        <translation>一次修改写作 [行, 列, 数值]，位置须在形状为 {shape} 的权重之内。</translation>
    </message>
    <message>
        <source>Numbers go from −100 to 100.</source>
        <translation>数值的范围是 −100 到 100。</translation>
    </message>
    <message>
        <source>net[1] shares the weight of net[0], whose shape is {shape}, so it takes {wanted} numbers a row, but gets {inputs}. Give X {inputs} columns, so that both take the same.</source>
        <translation>net[1] 共享 net[0] 的权重，其形状是 {shape}，因此每行需要 {wanted} 个数，却得到 {inputs} 个。请让 X 有 {inputs} 列，使两层的输入个数相同。</translation>
    </message>
    <message>
        <source>X has {inputs} columns, but the weight of {layer} has the shape {shape}: it takes {wanted}. A shape that is known does not change any more.</source>
        <translation>X 有 {inputs} 列，但 {layer} 的权重形状是 {shape}：需要 {wanted} 列。形状一旦确定就不再改变。</translation>
    </message>
    <message>
        <source>{layer} was made with in_units={wanted}, but the layer before it gives {inputs} numbers a row.</source>
        <translation>{layer} 创建时给出 in_units={wanted}，但前一层每行输出 {inputs} 个数。</translation>
    </message>
    <message>
        <source>grad a = grad c where a &gt; 0, else 0</source>
        <translation>grad a = 当 a &gt; 0 时为 grad c，否则为 0</translation>
    </message>
    <message>
        <source>grad a = grad c for every entry</source>
        <translation>grad a = 每个元素都为 grad c</translation>
    </message>
    <message>
        <source>grad a = grad c ÷ number of entries</source>
        <translation>grad a = grad c ÷ 元素个数</translation>
    </message>
    <message>
        <source>An expression can have up to {limit} characters here.</source>
        <translation>这里表达式最多可有 {limit} 个字符。</translation>
    </message>
    <message>
        <source>“{sign}” has no meaning in an expression.</source>
        <translation>“{sign}”在表达式中没有意义。</translation>
    </message>
    <message>
        <source>Type an expression in x, such as 2 * dot(x.T, x).</source>
        <translation>请输入 x 的表达式，如 2 * dot(x.T, x)。</translation>
    </message>
    <message>
        <source>There is one “)” too many, after “{text}”.</source>
        <translation>“{text}”之后多了一个“)”。</translation>
    </message>
    <message>
        <source>A sign is missing between “{before}” and “{token}”, such as *.</source>
        <translation>“{before}”和“{token}”之间缺少运算符，如 *。</translation>
    </message>
    <message>
        <source>The expression is too long: up to {limit} operations.</source>
        <translation>表达式太长：最多 {limit} 个运算。</translation>
    </message>
    <message>
        <source>The brackets are nested too deeply.</source>
        <translation>括号嵌套太深。</translation>
    </message>
    <message>
        <source>The powers are nested too deeply.</source>
        <translation>乘方嵌套太深。</translation>
    </message>
    <message>
        <source>After “{text}” a name is missing, such as T.</source>
        <translation>“{text}”之后缺少名称，如 T。</translation>
    </message>
    <message>
        <source>Something is missing after “{text}”.</source>
        <translation>“{text}”之后缺少内容。</translation>
    </message>
    <message>
        <source>An expression cannot begin with “{token}”.</source>
        <translation>表达式不能以“{token}”开头。</translation>
    </message>
    <message>
        <source>After “{text}” there cannot be “{token}”.</source>
        <translation>“{text}”之后不能是“{token}”。</translation>
    </message>
    <message>
        <source>x is no function: write x * ( … ).</source>
        <translation>x 不是函数：请写 x * ( … )。</translation>
    </message>
    <message>
        <source>{number} is too large: numbers go up to a million here.</source>
        <translation>{number} 太大：这里的数最大为一百万。</translation>
    </message>
    <message>
        <source>{name} is a function: write {name}(x).</source>
        <translation>{name} 是函数：请写 {name}(x)。</translation>
    </message>
    <message>
        <source>{name} takes one array, as in {name}(x).</source>
        <translation>{name} 接受一个数组，如 {name}(x)。</translation>
    </message>
    <message>
        <source>{name} takes two arrays, as in {name}(x, x).</source>
        <translation>{name} 接受两个数组，如 {name}(x, x)。</translation>
    </message>
    <message>
        <source>A “)” is missing after “{text}”.</source>
        <translation>“{text}”之后缺少一个“)”。</translation>
    </message>
    <message>
        <source>There is no function “{name}” here. Do you mean {close}?</source>
        <translation>这里没有函数“{name}”。是不是 {close}？</translation>
    </message>
    <message>
        <source>“{name}” is not known: the only variable is x.</source>
        <translation>“{name}”未知：唯一的变量是 x。</translation>
    </message>
    <message>
        <source>There is no function “{name}” here. There are: {all}.</source>
        <translation>这里没有函数“{name}”。可用的有：{all}。</translation>
    </message>
    <message>
        <source>y is made from x</source>
        <translation>y 由 x 得到</translation>
    </message>
    <message>
        <source>NDArray and NumPy</source>
        <translation>NDArray 与 NumPy</translation>
    </message>
    <message>
        <source>x is written, after z = x</source>
        <translation>在 z = x 之后写 x</translation>
    </message>
    <message>
        <source>The lines are: {names}.</source>
        <translation>可用的行：{names}。</translation>
    </message>
    <message>
        <source>Either the left or the right array is written, or none.</source>
        <translation>写左边的数组、右边的数组，或都不写。</translation>
    </message>
    <message>
        <source>There is no entry {index} in an array of shape {shape}.</source>
        <translation>形状为 {shape} 的数组中没有元素 {index}。</translation>
    </message>
    <message>
        <source>{left} and {right} are one object: two names for the same array.</source>
        <translation>{left} 和 {right} 是同一个对象：同一个数组的两个名称。</translation>
    </message>
    <message>
        <source>{left} and {right} are two arrays now, each with a memory of its own.</source>
        <translation>{left} 和 {right} 现在是两个数组，各有自己的内存。</translation>
    </message>
    <message>
        <source>{right} has a memory of its own: it is a copy.</source>
        <translation>{right} 有自己的内存：它是副本。</translation>
    </message>
    <message>
        <source>{left} and {right} are two objects that share one memory.</source>
        <translation>{left} 和 {right} 是共享同一块内存的两个对象。</translation>
    </message>
    <message>
        <source>{left} and {right} share memory: {right} begins {bytes} bytes, which are {count} numbers, behind {left}.</source>
        <translation>{left} 和 {right} 共享内存：{right} 从 {left} 之后 {bytes} 字节（即 {count} 个数）处开始。</translation>
    </message>
    <message>
        <source>The result went into the memory of x: id(x) is the same, and z shows it too.</source>
        <translation>结果写入了 x 的内存：id(x) 不变，z 也显示了它。</translation>
    </message>
    <message>
        <source>The result has a new memory, and the name x moved there: id(x) is another one. z kept the old one.</source>
        <translation>结果在新的内存中，名称 x 移到了那里：id(x) 变了。z 保留了旧的。</translation>
    </message>
    <message>
        <source>An entry of {written} was written, and {other} shows it at once.</source>
        <translation>写入了 {written} 的一个元素，{other} 立即显示出来。</translation>
    </message>
    <message>
        <source>An entry of {written} was written that is no part of {other}.</source>
        <translation>写入了 {written} 中不属于 {other} 的一个元素。</translation>
    </message>
    <message>
        <source>An entry of {written} was written, and {other} stayed as it was.</source>
        <translation>写入了 {written} 的一个元素，{other} 保持原样。</translation>
    </message>
    <message>
        <source>The examples are: {names}.</source>
        <translation>例子有：{names}。</translation>
    </message>
    <message>
        <source>A path has no character 0.</source>
        <translation>路径中不能有字符 0。</translation>
    </message>
    <message>
        <source>The pattern is too long: at most {number} characters.</source>
        <translation>模式太长：最多 {number} 个字符。</translation>
    </message>
    <message>
        <source>This is no regular expression: look at its brackets and signs.</source>
        <translation>这不是正则表达式：请检查括号和符号。</translation>
    </message>
    <message>
        <source>A bracket ( is not closed.</source>
        <translation>有一个括号 ( 没有闭合。</translation>
    </message>
    <message>
        <source>“{sign}” is not understood here: letters, digits, _ . * + ? | ( ) [ ] ^ $ are.</source>
        <translation>这里不认识“{sign}”：可用字母、数字和 _ . * + ? | ( ) [ ] ^ $。</translation>
    </message>
    <message>
        <source>After a backslash only d, w, D, W or a full stop are understood.</source>
        <translation>反斜杠之后只能是 d、w、D、W 或句点。</translation>
    </message>
    <message>
        <source>Between [ and ] only letters, digits and _ can stand, such as in [0-9] or [^b].</source>
        <translation>[ 和 ] 之间只能有字母、数字和 _，例如 [0-9] 或 [^b]。</translation>
    </message>
    <message>
        <source>“{sign}” repeats what stands before it, but nothing does.</source>
        <translation>“{sign}”重复它前面的内容，但前面什么也没有。</translation>
    </message>
    <message>
        <source>A bracket with repeats or alternatives in it cannot be repeated: that may take for ever.</source>
        <translation>含有重复或多选的括号不能再重复：那可能永远算不完。</translation>
    </message>
    <message>
        <source>At most {number} of * + ? can stand in a pattern.</source>
        <translation>模式中的 * + ? 最多 {number} 个。</translation>
    </message>
    <message>
        <source>A bracket ) was never opened.</source>
        <translation>括号 ) 没有对应的开头。</translation>
    </message>
    <message>
        <source>The distributions are: {names}.</source>
        <translation>可用的分布：{names}。</translation>
    </message>
    <message>
        <source>low must be below high.</source>
        <translation>low 必须小于 high。</translation>
    </message>
    <message>
        <source>This cannot be set: it is no plain number, text or list.</source>
        <translation>无法设置：它不是普通的数、文本或列表。</translation>
    </message>
    <message>
        <source>Give from {low} to {high} logits.</source>
        <translation>请给出 {low} 到 {high} 个 logit。</translation>
    </message>
    <message>
        <source>The true class must be from 0 to {last}.</source>
        <translation>真实类别必须在 0 到 {last} 之间。</translation>
    </message>
    <message>
        <source>{initializer} draws arrays with two axes or more, not such of the shape {shape}. Choose another initialiser.</source>
        <translation>{initializer} 只能初始化至少有两个轴的数组，不能初始化形状为 {shape} 的数组。请换一种初始化方法。</translation>
    </message>
    <message>
        <source>Turning {rows:,}×{columns:,} weights to right angles takes too long. Choose another initialiser.</source>
        <translation>把 {rows:,}×{columns:,} 的权重正交化耗时太长。请选择其他初始化方法。</translation>
    </message>
    <message>
        <source>MyDense multiplies rows of numbers, but gets images. Put a Flatten layer before it.</source>
        <translation>MyDense 对一行数做乘法，但得到的是图像。请在它之前放一个 Flatten 层。</translation>
    </message>
    <message>
        <source>a SHA-256 has 64 digits from 0 to f.</source>
        <translation>SHA-256 由 64 个 0 到 f 的数字组成。</translation>
    </message>
    <message>
        <source>this is no name of a class.</source>
        <translation>这不是类的名称。</translation>
    </message>
    <message>
        <source>{file} is a program that you have not agreed to run. Look at it and agree, or remove the layer.</source>
        <translation>{file} 是你尚未同意运行的程序。请查看并同意，或移除这一层。</translation>
    </message>
    <message>
        <source>The file {file} with this layer is not there. Find it, or remove the layer.</source>
        <translation>找不到该层的文件 {file}。请查找该文件，或移除该层。</translation>
    </message>
    <message>
        <source>{file} is not the program any more that this layer was made with. Look at it as it is now, find another file, or remove the layer.</source>
        <translation>{file} 已不是创建该层时的程序。请查看它现在的内容，查找其他文件，或移除该层。</translation>
    </message>
    <message>
        <source>No file was chosen for this layer. Choose one, or remove the layer.</source>
        <translation>这一层还没有选择文件。请选择一个，或移除这一层。</translation>
    </message>
    <message>
        <source>{name} was not yet tried on inputs of this shape.</source>
        <translation>{name} 还没有在这种形状的输入上试运行过。</translation>
    </message>
    <message>
        <source>{file} has changed since you agreed. The layer still is the program to which you agreed.</source>
        <translation>你同意之后 {file} 已被修改。该层仍是你当时同意的程序。</translation>
    </message>
    <message>
        <source>this is no name for a layer. Use small letters, digits and underscores, such as dense1.</source>
        <translation>这不是层的名称。请使用小写字母、数字和下划线，如 dense1。</translation>
    </message>
    <message>
        <source>{title} works on images, but gets {numbers} in a row. Put it before all Dense and Flatten layers, or remove it.</source>
        <translation>{title}用于图像，但得到的是一行 {numbers}。请把它放在所有 Dense 和 Flatten 层之前，或移除它。</translation>
    </message>
    <message>
        <source>The {window_name} {size} is larger than the image {height}×{width} that it gets. Make it smaller, or the padding wider.</source>
        <translation>{window_name} {size} 大于它得到的 {height}×{width} 图像。请缩小它，或增大填充。</translation>
    </message>
    <message>
        <source>The {window_name} {size} is larger than the image {height}×{width} that it gets, even with a padding of {padding}. Make it smaller, or the padding wider.</source>
        <translation>{window_name} {size} 大于它得到的 {height}×{width} 图像，即使填充为 {padding}。请缩小它，或增大填充。</translation>
    </message>
    <message>
        <source>A padding of {padding} is too wide for the pool {size}. Make it less than the pool size.</source>
        <translation>填充 {padding} 对池化窗口 {size} 来说太宽。请使它小于池化窗口的大小。</translation>
    </message>
    <message>
        <source>Your progress in the lessons cannot be read: {path}: {reason}</source>
        <translation>无法读取课程进度：{path}：{reason}</translation>
    </message>
    <message>
        <source>Your progress in the lessons could not be read and was set aside as {path}; the lessons begin anew.</source>
        <translation>课程进度无法读取，已另存为 {path}；课程从头开始。</translation>
    </message>
    <message>
        <source>The mean is that of each sample.</source>
        <translation>均值是每个样本的均值。</translation>
    </message>
    <message>
        <source>The layer is one block: its sum and its ReLU are computed in one go.</source>
        <translation>这一层是一个整体：求和与 ReLU 一次算完。</translation>
    </message>
    <message>
        <source>What f does stands in the layer's own program.</source>
        <translation>f 做什么写在这一层自己的程序里。</translation>
    </message>
    <message>
        <source>As in prediction, Dropout lets everything through.</source>
        <translation>与预测时相同，Dropout 让一切通过。</translation>
    </message>
    <message>
        <source>As in prediction, BatchNorm takes its running mean and variance.</source>
        <translation>与预测时相同，BatchNorm 使用它的移动均值和移动方差。</translation>
    </message>
    <message>
        <source>Of equally large entries in a window one gets the gradient, where the numeric check sees a kink.</source>
        <translation>窗口中有同样大的元素时，只有一个得到梯度，而数值检查在那里看到折点。</translation>
    </message>
    <message>
        <source>Mean μ and variance σ² are those of each sample along its last axis.</source>
        <translation>均值 μ 和方差 σ² 是每个样本沿最后一个轴的均值和方差。</translation>
    </message>
    <message>
        <source>The sum goes over samples and places of the image.</source>
        <translation>对样本和图像的各个位置求和。</translation>
    </message>
    <message>
        <source>This is the part of this layer: training adds up the parts of all that share the parameters.</source>
        <translation>这是这一层的部分：训练时，共享这些参数的所有层的部分会相加。</translation>
    </message>
    <message>
        <source>Units that are switched off say 0.</source>
        <translation>已关闭的单元输出 0。</translation>
    </message>
    <message>
        <source>it says {key} {version}, but does not hold what such a file must hold. It may be damaged.</source>
        <translation>它声明 {key} 为 {version}，但内容与之不符。文件可能已损坏。</translation>
    </message>
    <message>
        <source>{path}: this is missing. Add it; today's version is {current}.</source>
        <translation>{path}: 缺少此项。请补上；当前版本是 {current}。</translation>
    </message>
    <message>
        <source>{path}: {version} is not a version. Versions are 1, 2, 3, and so on.</source>
        <translation>{path}: {version} 不是版本号。版本号为 1、2、3 等。</translation>
    </message>
    <message>
        <source>{path}: it was made by a newer Gluon Lab (version {version} of the format; this one reads up to {current}). Update Gluon Lab to open it.</source>
        <translation>{path}: 它由较新版本的 Gluon Lab 制作（格式版本 {version}；当前程序最高读取 {current}）。请更新 Gluon Lab 再打开。</translation>
    </message>
    <message>
        <source>epochs: the columns are not lists of equal length.</source>
        <translation>epochs: 各列不是等长的列表。</translation>
    </message>
    <message>
        <source>{where}.{kind}: {kind_2} does not fit.</source>
        <translation>{where}.{kind}: {kind_2} 不合适。</translation>
    </message>
    <message>
        <source>{where}.{name}: this is missing.</source>
        <translation>{where}.{name}: 缺少此项。</translation>
    </message>
    <message>
        <source>{where}: shape and values must be lists.</source>
        <translation>{where}: 形状和数值必须是列表。</translation>
    </message>
    <message>
        <source>{where}: the shape does not fit the number of values.</source>
        <translation>{where}: 形状与数值的个数不符。</translation>
    </message>
    <message>
        <source>{where}: {tree} is not a group.</source>
        <translation>{where}: {tree} 不是一组设置。</translation>
    </message>
    <message>
        <source>{where}: {tree} is not a list.</source>
        <translation>{where}: {tree} 不是列表。</translation>
    </message>
    <message>
        <source>{where}: {tree} does not fit.</source>
        <translation>{where}: {tree} 不合适。</translation>
    </message>
    <message>
        <source>{value}: {problem}</source>
        <translation>{value}: {problem}</translation>
    </message>
    <message>
        <source>an experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>{name} is not a value for a setting.</source>
        <translation>{name} 不是设置可用的值。</translation>
    </message>
    <message>
        <source>There is no preset {name}. {offer}</source>
        <translation>没有预设 {name}。{offer}</translation>
    </message>
    <message>
        <source>There is no file and no preset {name}. {offer}</source>
        <translation>没有文件也没有预设 {name}。{offer}</translation>
    </message>
    <message>
        <source>Did you mean {first} or {second}?</source>
        <translation>是不是 {first} 或 {second}？</translation>
    </message>
    <message>
        <source>Did you mean {first}?</source>
        <translation>是不是 {first}？</translation>
    </message>
    <message>
        <source>The presets are: {names}.</source>
        <translation>现有的预设：{names}。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>{file} is no Python program: line {line}: {what}.</source>
        <translation>{file} 不是 Python 程序：第 {line} 行：{what}。</translation>
    </message>
    <message>
        <source>{file} is no Python program that can be read.</source>
        <translation>{file} 不是可以读取的 Python 程序。</translation>
    </message>
    <message>
        <source>{file} holds no layer. Write a class in it that is made from Block or HybridBlock.</source>
        <translation>{file} 中没有层。请在其中写一个由 Block 或 HybridBlock 派生的类。</translation>
    </message>
    <message>
        <source>{file} is too long for a layer: more than {bytes:,} bytes.</source>
        <translation>{file} 对一个层来说太长：超过 {bytes:,} 字节。</translation>
    </message>
    <message>
        <source>{file} is no text in UTF-8. Save it as UTF-8.</source>
        <translation>{file} 不是 UTF-8 文本。请保存为 UTF-8。</translation>
    </message>
    <message>
        <source>{file} says that it is written in {encoding}. Save it as UTF-8, and say so.</source>
        <translation>{file} 声明其编码为 {encoding}。请保存为 UTF-8 并如此声明。</translation>
    </message>
    <message>
        <source>{file}, line {line}: more than {number:,} signs. Break it, so that it can be read.</source>
        <translation>{file} 第 {line} 行：超过 {number:,} 个字符。请换行，以便阅读。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is a sign that cannot be seen ({sign}). Take it out.</source>
        <translation>{file} 第 {line} 行：有一个看不见的字符（{sign}）。请将其删除。</translation>
    </message>
    <message>
        <source>weights set by hand</source>
        <translation>手动设置了权重</translation>
    </message>
    <message>
        <source>units switched by hand</source>
        <translation>手动开关了单元</translation>
    </message>
    <message>
        <source>{setting:lower} {value}</source>
        <translation>{setting:lower} {value}</translation>
    </message>
    <message>
        <source>{first:lower} {second:lower}</source>
        <translation>{first:lower}的{second:lower}</translation>
    </message>
    <message>
        <source>other {setting:lower}</source>
        <translation>{setting:lower}不同</translation>
    </message>
    <message>
        <source>no {setting:lower}</source>
        <translation>无{setting:lower}</translation>
    </message>
    <message>
        <source>{setting:lower} {old} → {new}</source>
        <translation>{setting:lower} {old} → {new}</translation>
    </message>
    <message>
        <source>+ {layer}</source>
        <translation>+ {layer}</translation>
    </message>
    <message>
        <source>− {layer}</source>
        <translation>− {layer}</translation>
    </message>
    <message>
        <source>{layer} {number}</source>
        <translation>{layer} {number}</translation>
    </message>
    <message>
        <source>{layer} {change}</source>
        <translation>{layer} {change}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{name} · {news}</source>
        <translation>{name} · {news}</translation>
    </message>
    <message>
        <source>Not shown: {num_newer} of a newer Gluon Lab. Update Gluon Lab to see them again.</source>
        <translation>未显示：较新版本 Gluon Lab 的 {num_newer}。更新 Gluon Lab 后即可再次看到。</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {error}</source>
        <translation>无法打开 {name}：{error}</translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation>{name}: {error}</translation>
    </message>
    <message>
        <source>{name}: the file has another name than its run.</source>
        <translation>{name}: 文件名与其中的运行不符。</translation>
    </message>
    <message>
        <source>The run {name} was not kept on disk: {error}</source>
        <translation>运行 {name} 未能保存到磁盘：{error}</translation>
    </message>
    <message>
        <source>The file of a run was not deleted: {error}</source>
        <translation>一次运行的文件未能删除：{error}</translation>
    </message>
    <message>
        <source> It is set aside as {name}{unreadable}.</source>
        <translation> 它已另存为 {name}{unreadable}。</translation>
    </message>
    <message>
        <source>it has more than {max_bytes:,} bytes, too many for a run.</source>
        <translation>它超过 {max_bytes:,} 字节，对一次运行来说太大。</translation>
    </message>
    <message>
        <source>it is not a text in UTF-8.</source>
        <translation>它不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>line {lineno}, column {colno}: this is not JSON.</source>
        <translation>第 {lineno} 行第 {colno} 列：这不是 JSON。</translation>
    </message>
    <message>
        <source>its groups are nested too deeply.</source>
        <translation>嵌套太深。</translation>
    </message>
    <message>
        <source>it holds a number with too many digits.</source>
        <translation>其中有位数过多的数。</translation>
    </message>
    <message>
        <source>{word} stands where a number in JSON is expected.</source>
        <translation>应为 JSON 数值的地方是 {word}。</translation>
    </message>
    <message>
        <source>this is not a run of Gluon Lab.</source>
        <translation>这不是 Gluon Lab 的运行记录。</translation>
    </message>
    <message>
        <source>version: {version} is that of a newer Gluon Lab.</source>
        <translation>version: {version} 属于较新版本的 Gluon Lab。</translation>
    </message>
    <message>
        <source>version: {version} is not one that this Gluon Lab reads.</source>
        <translation>version: 这个 Gluon Lab 不能读取 {version}。</translation>
    </message>
    <message>
        <source>{name}: {name_2} does not fit.</source>
        <translation>{name}: {name_2} 不合适。</translation>
    </message>
    <message>
        <source>A Dask cluster needs the package 'distributed'. Install it with: pip install distributed</source>
        <translation>使用 Dask 集群需要 'distributed' 软件包。安装方法：pip install distributed</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}: {error}. Start one with 'dask scheduler', and give the address that it prints, such as tcp://127.0.0.1:8786.</source>
        <translation>{address} 处没有 Dask 调度器：{error}。请用 'dask scheduler' 启动一个，并给出它打印的地址，如 tcp://127.0.0.1:8786。</translation>
    </message>
    <message>
        <source>The Dask scheduler at {address} has no workers. Start some with 'dask worker {address}'.</source>
        <translation>{address} 处的 Dask 调度器没有工作进程。请用 'dask worker {address}' 启动一些。</translation>
    </message>
    <message>
        <source>The Dask worker {worker} cannot import Gluon Lab. Install the same version of it there, in the environment in which the worker was started.</source>
        <translation>Dask 工作进程 {worker} 无法导入 Gluon Lab。请在启动该进程的环境中安装相同的版本。</translation>
    </message>
    <message>
        <source>the figure {key}</source>
        <translation>指标 {key}</translation>
    </message>
    <message>
        <source>Layer {number}, {layer}: {setting}</source>
        <translation>第 {number} 层 {layer}：{setting}</translation>
    </message>
    <message>
        <source>There is no file and no sweep {text}. {question}The sweeps that come with Gluon Lab are: {names}.</source>
        <translation>没有文件也没有参数扫描 {text}。{question}Gluon Lab 自带的参数扫描：{names}。</translation>
    </message>
    <message>
        <source>settings: {product} are {num_cells:,} runs. At most {max_cells:,} are possible: take fewer values or seeds.</source>
        <translation>settings: {product} 共 {num_cells:,} 次运行。最多可以 {max_cells:,} 次：请减少值或种子。</translation>
    </message>
    <message>
        <source>settings: {paths} stands here twice. Choose another second setting.</source>
        <translation>settings: {paths} 在这里出现了两次。请选择其他的第二项设置。</translation>
    </message>
    <message>
        <source>seeds: a seed stands here twice. Remove one of them.</source>
        <translation>seeds: 有一个种子出现了两次。请去掉其中一个。</translation>
    </message>
    <message>
        <source>settings: {seeded} is drawn by the seeds already. Give its values as seeds.</source>
        <translation>settings: {seeded} 已由种子决定。请把它的值作为种子给出。</translation>
    </message>
    <message>
        <source>{where}: there are no values. Give at least one.</source>
        <translation>{where}: 没有值。请至少给出一个。</translation>
    </message>
    <message>
        <source>{where}: the value {double} stands here twice. Remove one of them.</source>
        <translation>{where}: 值 {double} 出现了两次。请去掉其中一个。</translation>
    </message>
    <message>
        <source>{where}: {labels} for {values}. Give as many labels as values, or none.</source>
        <translation>{where}: {values}却有 {labels}。请给出与值一样多的标签，或者不给。</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {error}</source>
        <translation>无法打开 {path}：{error}</translation>
    </message>
    <message>
        <source>experiment.{error}</source>
        <translation>experiment.{error}</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>It was not tried to the end.</source>
        <translation>试运行没有完成。</translation>
    </message>
    <message>
        <source>It was not done after {seconds:.0f} seconds, and was stopped.</source>
        <translation>{seconds:.0f} 秒后仍未完成，已被停止。</translation>
    </message>
    <message>
        <source>It ended the process in which it was tried.</source>
        <translation>它使试运行它的进程终止了。</translation>
    </message>
    <message>
        <source>It cannot be tried: {error}.</source>
        <translation>无法试运行：{error}。</translation>
    </message>
    <message>
        <source>The result of this run could not be read.</source>
        <translation>无法读取这次运行的结果。</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>带引号的文本</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>数值列表</translation>
    </message>
    <message>
        <source>one of the known words</source>
        <translation>已知词语之一</translation>
    </message>
    <message>
        <source>a list of known words</source>
        <translation>已知词语的列表</translation>
    </message>
    <message>
        <source>a list of groups of settings</source>
        <translation>设置组的列表</translation>
    </message>
    <message>
        <source>a group of settings in braces</source>
        <translation>花括号中的一组设置</translation>
    </message>
    <message>
        <source>this is missing. Add it.</source>
        <translation>缺少此项。请补上。</translation>
    </message>
    <message>
        <source>this must be a finite number, not NaN or infinity.</source>
        <translation>必须是有限值，不能是 NaN 或无穷大。</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 个单元格</translation>
    </message>
    <message>
        <source>{number} cells</source>
        <translation>{number} 个单元格</translation>
    </message>
    <message>
        <source>1 character</source>
        <translation>1 个字符</translation>
    </message>
    <message>
        <source>{number} characters</source>
        <translation>{number} 个字符</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1 个类别</translation>
    </message>
    <message>
        <source>{number} classes</source>
        <translation>{number} 个类别</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 项</translation>
    </message>
    <message>
        <source>{number} entries</source>
        <translation>{number} 项</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1 个迭代周期</translation>
    </message>
    <message>
        <source>{number} epochs</source>
        <translation>{number} 个迭代周期</translation>
    </message>
    <message>
        <source>1 kept run</source>
        <translation>1 次保留的运行</translation>
    </message>
    <message>
        <source>{number} kept runs</source>
        <translation>{number} 次保留的运行</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 个标签</translation>
    </message>
    <message>
        <source>{number} labels</source>
        <translation>{number} 个标签</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 个数</translation>
    </message>
    <message>
        <source>{number} numbers</source>
        <translation>{number} 个数</translation>
    </message>
    <message>
        <source>1 output</source>
        <translation>1 个输出</translation>
    </message>
    <message>
        <source>{number} outputs</source>
        <translation>{number} 个输出</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 次运行</translation>
    </message>
    <message>
        <source>{number} runs</source>
        <translation>{number} 次运行</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>1 个种子</translation>
    </message>
    <message>
        <source>{number} seeds</source>
        <translation>{number} 个种子</translation>
    </message>
    <message>
        <source>1 target</source>
        <translation>1 个目标</translation>
    </message>
    <message>
        <source>{number} targets</source>
        <translation>{number} 个目标</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个单元</translation>
    </message>
    <message>
        <source>{number} units</source>
        <translation>{number} 个单元</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <source>{number} values</source>
        <translation>{number} 个值</translation>
    </message>
    <message>
        <source>{path}: {what} One more place is wrong.</source>
        <translation>{path}: {what} 还有一处错误。</translation>
    </message>
    <message>
        <source>{path}: {what} {number} more places are wrong.</source>
        <translation>{path}: {what} 还有 {number} 处错误。</translation>
    </message>
    <message>
        <source>{path}: {what}</source>
        <translation>{path}: {what}</translation>
    </message>
    <message>
        <source>there is no setting {name} here. Did you mean '{near}'?</source>
        <translation>这里没有设置 {name}。是不是 '{near}'？</translation>
    </message>
    <message>
        <source>there is no setting {name} here. There is: {names}.</source>
        <translation>这里没有设置 {name}。现有：{names}。</translation>
    </message>
    <message>
        <source>{word} is not known. {remedy}</source>
        <translation>{word} 未知。{remedy}</translation>
    </message>
    <message>
        <source>{given} does not fit here. {remedy}</source>
        <translation>{given} 在这里不合适。{remedy}</translation>
    </message>
    <message>
        <source>Choose one of: {words}.</source>
        <translation>请选择其一：{words}。</translation>
    </message>
    <message>
        <source>{path} ({title})</source>
        <translation>{path} ({title})</translation>
    </message>
    <message>
        <source>'kind' is missing. {remedy}</source>
        <translation>缺少 'kind'。{remedy}</translation>
    </message>
    <message>
        <source>the kind {what}</source>
        <translation>种类 {what}</translation>
    </message>
    <message>
        <source>{given} is too near to 0 to compute with. Give at least {least:g}.</source>
        <translation>{given} 太接近 0，无法计算。请给出至少 {least:g}。</translation>
    </message>
    <message>
        <source>{given} is too near to 0 to compute with. Give 0 or at least {least:g}.</source>
        <translation>{given} 太接近 0，无法计算。请给出 0 或至少 {least:g}。</translation>
    </message>
    <message>
        <source>{given} does not fit here.</source>
        <translation>{given} 在这里不合适。</translation>
    </message>
    <message>
        <source>{given} is out of range. {remedy}</source>
        <translation>{given} 超出范围。{remedy}</translation>
    </message>
    <message>
        <source>{given} does not fit here. {remedy} {advice}</source>
        <translation>{given} 在这里不合适。{remedy}{advice}</translation>
    </message>
    <message>
        <source>nothing is chosen. {remedy}</source>
        <translation>什么都没有选择。{remedy}</translation>
    </message>
    <message>
        <source>something is chosen twice. {remedy}</source>
        <translation>有的选择了两次。{remedy}</translation>
    </message>
    <message>
        <source>this text is too long. At most {most} fit here.</source>
        <translation>这段文本太长。这里最多可有 {most}。</translation>
    </message>
    <message>
        <source>{entries} are too many. At most {most} fit here.</source>
        <translation>{entries}太多。这里最多可有 {most} 项。</translation>
    </message>
    <message>
        <source>this list is too short. Give at least {least}.</source>
        <translation>这个列表太短。请给出至少 {least}。</translation>
    </message>
    <message>
        <source>Write {number:.0f}, without a decimal point.</source>
        <translation>请写成 {number:.0f}，不带小数点。</translation>
    </message>
    <message>
        <source>Write numbers without quotes.</source>
        <translation>数值请不要加引号。</translation>
    </message>
    <message>
        <source>Write a list, such as ["{name}"].</source>
        <translation>请写成列表，如 ["{name}"]。</translation>
    </message>
    <message>
        <source>a group in braces</source>
        <translation>花括号中的一组</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <source>Choose one or more of: {words}.</source>
        <translation>请选择一个或多个：{words}。</translation>
    </message>
    <message>
        <source>{what}, such as {example}</source>
        <translation>{what}，如 {example}</translation>
    </message>
    <message>
        <source>{what}, or '{word}'</source>
        <translation>{what}，或 '{word}'</translation>
    </message>
    <message>
        <source>Give {what}.</source>
        <translation>请给出{what}。</translation>
    </message>
    <message>
        <source>{what} less than {high}</source>
        <translation>小于 {high} 的{what}</translation>
    </message>
    <message>
        <source>{what} at most {high}</source>
        <translation>不大于 {high} 的{what}</translation>
    </message>
    <message>
        <source>{what} greater than {low}</source>
        <translation>大于 {low} 的{what}</translation>
    </message>
    <message>
        <source>{what} from {low}</source>
        <translation>不小于 {low} 的{what}</translation>
    </message>
    <message>
        <source>{what} greater than {low} and less than {high}</source>
        <translation>大于 {low} 且小于 {high} 的{what}</translation>
    </message>
    <message>
        <source>{what} greater than {low} and at most {high}</source>
        <translation>大于 {low} 且不大于 {high} 的{what}</translation>
    </message>
    <message>
        <source>{what} from {low} to less than {high}</source>
        <translation>不小于 {low} 且小于 {high} 的{what}</translation>
    </message>
    <message>
        <source>{what} from {low} to {high}</source>
        <translation>{low} 到 {high} 的{what}</translation>
    </message>
    <message>
        <source>it shares the parameters of a layer '{name}', but no earlier layer has that name. Choose another one, or let it have its own.</source>
        <translation>它共享层“{name}”的参数，但前面没有这个名称的层。请选择其他层，或让它使用自己的参数。</translation>
    </message>
    <message>
        <source>it shares the parameters of layer {number}, which is a {title}. Both must be of the same kind.</source>
        <translation>它共享第 {number} 层的参数，而那一层是{title}。两者必须是同一种类。</translation>
    </message>
    <message>
        <source>it shares the parameters of layer {number}, which shares those of another one. Choose that one.</source>
        <translation>它共享第 {number} 层的参数，而那一层又共享另一层的参数。请直接选择那一层。</translation>
    </message>
    <message>
        <source>it shares the parameters of '{name}', but several layers have that name.</source>
        <translation>它共享“{name}”的参数，但有多个层叫这个名称。</translation>
    </message>
    <message>
        <source>It is of another kind.</source>
        <translation>它是另一种层。</translation>
    </message>
    <message>
        <source>It comes later. Choose this layer in that one.</source>
        <translation>它在后面。请在那一层中选择本层。</translation>
    </message>
    <message>
        <source>It has weights of {given}; this layer needs {wanted}.</source>
        <translation>它的权重为 {given}；本层需要 {wanted}。</translation>
    </message>
    <message>
        <source>{data} has {kinds}</source>
        <translation>{data}有 {kinds}</translation>
    </message>
    <message>
        <source>{data} has {kinds}, which the loss {loss} tells apart by {outputs}</source>
        <translation>{data}有 {kinds}，损失函数{loss}用 {outputs}来区分它们</translation>
    </message>
    <message>
        <source>There are no layers yet. Add a Dense layer with {units}: {wanted}.</source>
        <translation>还没有层。请添加一个有 {units}的 Dense 层：{wanted}。</translation>
    </message>
    <message>
        <source>There is no output layer yet. Add a Dense layer with {units}: {wanted}.</source>
        <translation>还没有输出层。请添加一个有 {units}的 Dense 层：{wanted}。</translation>
    </message>
    <message>
        <source>No layer here can learn. Add a Dense layer with {units}: {wanted}.</source>
        <translation>这里没有能学习的层。请添加一个有 {units}的 Dense 层：{wanted}。</translation>
    </message>
    <message>
        <source>The last layer gives {numbers} for each sample, but {wanted}. Set the units of the last Dense layer to {outputs} or to 'auto'.</source>
        <translation>最后一层对每个样本给出 {numbers}，但{wanted}。请把最后一个 Dense 层的单元数设为 {outputs} 或 'auto'。</translation>
    </message>
    <message>
        <source>{layer} has {number:,} weights; MXNet handles at most {most:,} in one array. Use fewer units or channels.</source>
        <translation>{layer}有 {number:,} 个权重；MXNet 的一个数组最多能处理 {most:,} 个。请减少单元数或通道数。</translation>
    </message>
    <message>
        <source>{layer}: {problem}</source>
        <translation>{layer}: {problem}</translation>
    </message>
    <message>
        <source>{layer}, parameter {name}: {problem} Or give it an init in the program, such as init='ones'.</source>
        <translation>{layer}，参数 {name}：{problem}也可以在程序中为它指定 init，例如 init='ones'。</translation>
    </message>
    <message>
        <source>it shares the parameters of layer {number}, but needs {wanted} where that one has {given}. Give both the same number of inputs and units, or let it have its own.</source>
        <translation>它共享第 {number} 层的参数，但需要 {wanted}，而那一层是 {given}。请使两者的输入数和单元数相同，或让它使用自己的参数。</translation>
    </message>
    <message>
        <source>Layer {number} ({title})</source>
        <translation>第 {number} 层（{title}）</translation>
    </message>
    <message>
        <source>The loss {loss} is not made for {task}, which {data} asks for. Choose another loss.</source>
        <translation>损失函数{loss}不适用于{data}所要求的{task}。请选择其他损失函数。</translation>
    </message>
    <message>
        <source>The loss {loss} tells two classes apart, but {data} has {number}. Choose another loss.</source>
        <translation>损失函数{loss}用于区分两个类别，但{data}有 {number} 个。请选择其他损失函数。</translation>
    </message>
    <message>
        <source>{who} watches the validation part, but there is none. Give it some samples, or set its patience to 0.</source>
        <translation>{who}要观察验证集，但没有验证集。请给它一些样本，或把耐心值设为 0。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>{who} watches the validation part, but there is none. Give it some samples, or switch it off.</source>
        <translation>{who}要观察验证集，但没有验证集。请给它一些样本，或关闭它。</translation>
    </message>
    <message>
        <source>The target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>{who} watches {figure}, which this experiment does not have. Choose another figure.</source>
        <translation>{who}要观察{figure}，而这个实验没有该指标。请选择其他指标。</translation>
    </message>
    <message>
        <source>The loss applies softmax itself; an activation on the output limits what it can say.</source>
        <translation>损失函数自己会应用 softmax；输出上的激活函数会限制它能表达的内容。</translation>
    </message>
    <message>
        <source>The loss applies the sigmoid itself; an activation on the output limits what it can say.</source>
        <translation>损失函数自己会应用 sigmoid；输出上的激活函数会限制它能表达的内容。</translation>
    </message>
    <message>
        <source>An activation on the output limits which numbers the network can predict.</source>
        <translation>输出上的激活函数会限制网络能预测的数值。</translation>
    </message>
    <message>
        <source>Dropout on the output zeroes the answers themselves. It is usually put between hidden layers.</source>
        <translation>输出上的丢弃法会把答案本身置零。它通常放在隐藏层之间。</translation>
    </message>
    <message>
        <source>With batches of one sample BatchNorm compares the sample only with itself. Use larger batches.</source>
        <translation>批量只有一个样本时，BatchNorm 只能拿样本与它自己比较。请使用更大的批量。</translation>
    </message>
    <message>
        <source>Without an activation between them, this layer and the next {layer} act as one linear layer.</source>
        <translation>这一层与下一个 {layer} 之间没有激活函数，两者只相当于一个线性层。</translation>
    </message>
    <message>
        <source>a value is missing, or a comma is too many</source>
        <translation>缺少一个值，或多了一个逗号</translation>
    </message>
    <message>
        <source>a comma or a closing bracket is missing</source>
        <translation>缺少一个逗号或右括号</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>缺少一个冒号</translation>
    </message>
    <message>
        <source>a name in double quotes is missing, or a comma is too many</source>
        <translation>缺少双引号中的名称，或多了一个逗号</translation>
    </message>
    <message>
        <source>the text that starts here has no closing quote</source>
        <translation>从这里开始的文本没有右引号</translation>
    </message>
    <message>
        <source>a line break or a tab stands inside a text</source>
        <translation>文本中有换行或制表符</translation>
    </message>
    <message>
        <source>the content ended before this place</source>
        <translation>内容在此处之前就结束了</translation>
    </message>
    <message>
        <source>this is not {noun} of Gluon Lab; one begins with {{ "{format_key}": "{name}", ...</source>
        <translation>这不是 Gluon Lab 的{noun}；正确的开头是 {{ "{format_key}": "{name}", ...</translation>
    </message>
    <message>
        <source>there is no such file or folder. Check the path.</source>
        <translation>没有这样的文件或文件夹。请检查路径。</translation>
    </message>
    <message>
        <source>a part of its path is a file, not a folder.</source>
        <translation>路径的一部分是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>this is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>you have no permission. Choose another folder, or change its permissions.</source>
        <translation>没有权限。请选择其他文件夹，或更改其权限。</translation>
    </message>
    <message>
        <source>the disk is write-protected. Choose another folder.</source>
        <translation>磁盘写保护。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>the disk is full. Make room, or choose another disk.</source>
        <translation>磁盘已满。请腾出空间，或选择其他磁盘。</translation>
    </message>
    <message>
        <source>your share of the disk is used up. Make room, or choose another disk.</source>
        <translation>磁盘配额已用完。请腾出空间，或选择其他磁盘。</translation>
    </message>
    <message>
        <source>the name is too long. Choose a shorter one.</source>
        <translation>名称太长。请选择更短的名称。</translation>
    </message>
    <message>
        <source>the disk failed. Choose another disk.</source>
        <translation>磁盘出错。请选择其他磁盘。</translation>
    </message>
    <message>
        <source>it has more than {max_bytes:,} bytes, too many for {noun}.</source>
        <translation>它超过 {max_bytes:,} 字节，对{noun}来说太大。</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>它是空的。</translation>
    </message>
    <message>
        <source>it is not a text in UTF-8. Save it with that encoding.</source>
        <translation>它不是 UTF-8 文本。请用该编码保存它。</translation>
    </message>
    <message>
        <source>line {lineno}, column {colno}: this is not JSON: {what}.</source>
        <translation>第 {lineno} 行第 {colno} 列：这不是 JSON：{what}。</translation>
    </message>
    <message>
        <source>groups of settings are nested too deeply.</source>
        <translation>设置组嵌套太深。</translation>
    </message>
    <message>
        <source>{name} stands twice in the same group. Remove one of them.</source>
        <translation>{name} 在同一组中出现了两次。请去掉其中一个。</translation>
    </message>
    <message>
        <source>The program could not be saved: {error}.</source>
        <translation>程序未能保存：{error}。</translation>
    </message>
    <message>
        <source>The data could not be exported: {error}.</source>
        <translation>数据无法导出：{error}。</translation>
    </message>
    <message>
        <source>The download failed: {error}. Try again.</source>
        <translation>下载失败：{error}。请重试。</translation>
    </message>
    <message>
        <source>MXNet cannot be loaded: {error}. 'gluon-lab doctor' says what is missing.</source>
        <translation>MXNet 无法加载：{error}。“gluon-lab doctor” 会说明缺少什么。</translation>
    </message>
    <message>
        <source>There is no network yet whose parameters could be saved. Press Train first.</source>
        <translation>还没有可以保存参数的网络。请先按“训练”。</translation>
    </message>
    <message>
        <source>The run broke off: {error}. Press Train to start again.</source>
        <translation>运行中断：{error}。请按“训练”重新开始。</translation>
    </message>
    <message>
        <source>Looking inside failed: {error}.</source>
        <translation>查看内部失败：{error}。</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>The file could not be read: {error}. Try another one.</source>
        <translation>文件无法读取：{error}。请换一个文件。</translation>
    </message>
    <message>
        <source>{given} has too many decimals. At most {most} fit here.</source>
        <translation>{given} 的小数位数太多。这里最多可以有 {most} 位小数。</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>The picture could not be made. Make the window smaller and try again.</source>
        <translation>无法生成图片。请把窗口缩小后再试。</translation>
    </message>
    <message>
        <source>The last experiment could not be restored. {error} It is kept as {kept}.</source>
        <translation>上次的实验无法恢复。{error} 它保存为 {kept}。</translation>
    </message>
    <message>
        <source>This did not work: {reason}. Try again; if it stays so, restart Gluon Lab.</source>
        <translation>没有成功：{reason}。请重试；如果仍然如此，请重新启动 Gluon Lab。</translation>
    </message>
    <message>
        <source>The run “{name}” was deleted.</source>
        <translation>运行“{name}”已删除。</translation>
    </message>
    <message>
        <source>{number} runs were deleted.</source>
        <translation>已删除 {number} 次运行。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Load a preset</source>
        <translation>载入预设</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Softmax cross-entropy</source>
        <translation>softmax 交叉熵</translation>
    </message>
    <message>
        <source>For classes: minus the log of the probability that softmax gives to the right class.</source>
        <translation>用于分类：softmax 给正确类别的概率的负对数。</translation>
    </message>
    <message>
        <source>Sigmoid cross-entropy</source>
        <translation>sigmoid 交叉熵</translation>
    </message>
    <message>
        <source>For two classes and one output: minus the log of the probability of the right class.</source>
        <translation>用于两个类别、一个输出：正确类别的概率的负对数。</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>For two classes and one output: 0 once the output lies on the right side by the margin.</source>
        <translation>用于两个类别、一个输出：输出在正确一侧超过间隔后损失为 0。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>How far from 0, on the right side, an output must lie to cost nothing.</source>
        <translation>输出在正确一侧离 0 多远才没有损失。</translation>
    </message>
    <message>
        <source>L2 (squared error)</source>
        <translation>L2（平方误差）</translation>
    </message>
    <message>
        <source>For numbers: half of the squared difference between prediction and target.</source>
        <translation>用于数值：预测与目标之差的平方的一半。</translation>
    </message>
    <message>
        <source>L1 (absolute error)</source>
        <translation>L1（绝对误差）</translation>
    </message>
    <message>
        <source>For numbers: the distance between prediction and target. Outliers weigh less than with L2.</source>
        <translation>用于数值：预测与目标之间的距离。离群点的影响比 L2 小。</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>For numbers: like L2 for errors smaller than ρ, like L1 for larger ones.</source>
        <translation>用于数值：误差小于 ρ 时像 L2，更大时像 L1。</translation>
    </message>
    <message>
        <source>Size of an error from which on the loss grows like L1.</source>
        <translation>误差从多大起，损失按 L1 的方式增长。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Normal distribution with mean 0; the book uses σ = 0.01.</source>
        <translation>均值为 0 的正态分布；书中使用 σ = 0.01。</translation>
    </message>
    <message>
        <source>Standard deviation of the weights.</source>
        <translation>权重的标准差。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Uniform between −scale and scale; Gluon's default has scale 0.07.</source>
        <translation>−尺度到尺度之间的均匀分布；Gluon 的默认尺度为 0.07。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>Largest absolute value of a weight.</source>
        <translation>权重的最大绝对值。</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Scales by the number of inputs and outputs, so that signals neither fade nor explode.</source>
        <translation>按输入和输出的个数缩放，使信号既不衰减也不爆炸。</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Shape of the distribution that weights are drawn from.</source>
        <translation>抽取权重所用分布的形状。</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>Which count scales the weights: inputs, outputs, or the average of both.</source>
        <translation>按哪个个数缩放权重：输入、输出，或两者的平均。</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>3 is Xavier's choice; 2 with 'gaussian' and 'inputs' is He's.</source>
        <translation>3 是 Xavier 的选择；2 配合“高斯”和“输入”是 He 的选择。</translation>
    </message>
    <message>
        <source>MSRAPrelu</source>
        <translation>MSRAPrelu</translation>
    </message>
    <message>
        <source>He's choice for ReLU: normal with variance 2 / (1 + slope²), divided by the count.</source>
        <translation>He 为 ReLU 作的选择：方差为 2 / (1 + 斜率²) 再除以个数的正态分布。</translation>
    </message>
    <message>
        <source>Which count divides the variance: inputs, outputs, or the average of both.</source>
        <translation>方差除以哪个个数：输入、输出，或两者的平均。</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Slope of the activation function left of 0; 0 for ReLU.</source>
        <translation>激活函数在 0 左侧的斜率；ReLU 为 0。</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Rows of the weight matrix stand at right angles and have equal lengths: W·Wᵀ = scale²·I.</source>
        <translation>权重矩阵的各行互相垂直且长度相等：W·Wᵀ = 尺度²·I。</translation>
    </message>
    <message>
        <source>Length of every row.</source>
        <translation>每一行的长度。</translation>
    </message>
    <message>
        <source>What the matrix is drawn from before its rows are turned to right angles.</source>
        <translation>各行正交化之前，矩阵从什么分布抽取。</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>All weights have this value. Hidden units then stay equal, as with Zero.</source>
        <translation>所有权重都取此值。隐藏单元因此保持相等，与全零相同。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The value of every weight.</source>
        <translation>每个权重的值。</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>All weights 0. Hidden units then stay equal: a lesson in symmetry, not a good start.</source>
        <translation>所有权重为 0。隐藏单元因此保持相等：用来说明对称性，不是好的起点。</translation>
    </message>
    <message>
        <source>As the network</source>
        <translation>与网络相同</translation>
    </message>
    <message>
        <source>The initialiser of the whole network draws the weights of this layer too.</source>
        <translation>这一层的权重也由整个网络的初始化方法抽取。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>By this name other layers refer to this one, to share its parameters.</source>
        <translation>其他层用这个名称引用这一层，以共享它的参数。</translation>
    </message>
    <message>
        <source>Shares parameters with</source>
        <translation>共享参数的层</translation>
    </message>
    <message>
        <source>Name of an earlier layer whose parameters this one uses too; their gradients are added. Empty for parameters of its own.</source>
        <translation>前面某一层的名称，本层也使用它的参数；两者的梯度相加。留空则使用自己的参数。</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>Every unit sees every input: activation(X·Wᵀ + b).</source>
        <translation>全连接层，每个单元都看到每个输入：激活函数(X·Wᵀ + b)。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元数</translation>
    </message>
    <message>
        <source>Number of outputs of this layer. 'auto' follows data set and loss: one for each class or target.</source>
        <translation>这一层的输出个数。“自动”跟随数据集和损失函数：每个类别或目标一个。</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Function applied to every output. 'none' keeps the layer linear.</source>
        <translation>应用于每个输出的函数。“无”使这一层保持线性。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>SoftReLU</source>
        <translation>SoftReLU</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Add a bias b to every output.</source>
        <translation>给每个输出加上偏差 b。</translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation>初始化方法</translation>
    </message>
    <message>
        <source>How the first weights of this layer are drawn.</source>
        <translation>这一层的初始权重如何抽取。</translation>
    </message>
    <message>
        <source>MyDense</source>
        <translation>MyDense</translation>
    </message>
    <message>
        <source>A Dense of one's own: relu(X·W + b), with W of shape (inputs, units).</source>
        <translation>自己写的 Dense：relu(X·W + b)，W 的形状为（输入数，单元数）。</translation>
    </message>
    <message>
        <source>Number of outputs of this layer.</source>
        <translation>这一层的输出个数。</translation>
    </message>
    <message>
        <source>Conv2D</source>
        <translation>Conv2D</translation>
    </message>
    <message>
        <source>Slides small kernels over an image; each gives one channel that shows where it fits.</source>
        <translation>卷积层：让小的卷积核在图像上滑动；每个核给出一个通道，显示它在哪里吻合。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Number of kernels, and so of output channels.</source>
        <translation>卷积核的个数，也就是输出通道数。</translation>
    </message>
    <message>
        <source>Add a bias to every channel.</source>
        <translation>给每个通道加上偏差。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Side of the square kernels, in pixels.</source>
        <translation>正方形卷积核的边长，以像素计。</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Pixels from one place of the kernel to the next.</source>
        <translation>卷积核从一个位置到下一个位置的像素数。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Rows and columns of zeros around the image: (kernel − 1) / 2 keeps its size while strides are 1.</source>
        <translation>图像四周补零的行数和列数：步幅为 1 时，(卷积核 − 1) / 2 可保持大小不变。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Zeroes each entry with this probability while training; scales the others by 1/(1 − rate).</source>
        <translation>丢弃层：训练时以此概率把每个元素置零，并把其余元素乘以 1/(1 − 丢弃率)。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>Probability that an entry is set to zero while training. Prediction uses all entries.</source>
        <translation>训练时一个元素被置零的概率。预测时使用所有元素。</translation>
    </message>
    <message>
        <source>Applies an activation function to every entry.</source>
        <translation>对每个元素应用激活函数。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Function applied to every entry.</source>
        <translation>应用于每个元素的函数。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Turns a sample of any shape, such as an image, into one row of numbers.</source>
        <translation>展平：把任意形状的样本（如图像）变成一行数。</translation>
    </message>
    <message>
        <source>BatchNorm</source>
        <translation>BatchNorm</translation>
    </message>
    <message>
        <source>Brings every unit or channel to mean 0, variance 1 over the batch, then scales and shifts it.</source>
        <translation>批量归一化：在批量上使每个单元或通道的均值为 0、方差为 1，然后拉伸和偏移。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the running mean and variance that each batch keeps. Prediction uses these running values.</source>
        <translation>每个批量保留移动均值和移动方差的多少。预测时使用这些移动值。</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by 0.</source>
        <translation>加在方差上，避免除以 0。</translation>
    </message>
    <message>
        <source>Learn a shift β for every unit or channel (center).</source>
        <translation>为每个单元或通道学习偏移 β (center)。</translation>
    </message>
    <message>
        <source>Learn a factor γ for every unit or channel (scale).</source>
        <translation>为每个单元或通道学习拉伸 γ (scale)。</translation>
    </message>
    <message>
        <source>LayerNorm</source>
        <translation>LayerNorm</translation>
    </message>
    <message>
        <source>Brings every sample to mean 0, variance 1 along its last axis, then scales and shifts it.</source>
        <translation>层归一化：沿最后一个轴使每个样本的均值为 0、方差为 1，然后拉伸和偏移。</translation>
    </message>
    <message>
        <source>CenteredLayer</source>
        <translation>CenteredLayer</translation>
    </message>
    <message>
        <source>Subtracts from every sample the mean of its entries: a layer of one's own without parameters.</source>
        <translation>从每个样本中减去其元素的均值：没有参数的自定义层。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>A layer of your own, from a Python file with a class made from Block or HybridBlock.</source>
        <translation>你自己的层，来自含有 Block 或 HybridBlock 派生类的 Python 文件。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The class in the file that makes the layer.</source>
        <translation>文件中构成这一层的类。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Path of the Python file. It runs only after you agreed.</source>
        <translation>Python 文件的路径。只有在你同意之后才会运行。</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Of the file's content: by it the program is known.</source>
        <translation>文件内容的摘要：凭它识别程序。</translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation>池化窗口</translation>
    </message>
    <message>
        <source>Side of the square that becomes one number, in pixels.</source>
        <translation>变成一个数的正方形的边长，以像素计。</translation>
    </message>
    <message>
        <source>Pixels from one square to the next. 'auto' is the pool size: no overlap.</source>
        <translation>从一个正方形到下一个的像素数。“自动”等于池化窗口的大小：互不重叠。</translation>
    </message>
    <message>
        <source>Rows and columns put around the image before pooling; less than the pool size.</source>
        <translation>池化前在图像四周补上的行数和列数；须小于池化窗口。</translation>
    </message>
    <message>
        <source>MaxPool2D</source>
        <translation>MaxPool2D</translation>
    </message>
    <message>
        <source>Makes images smaller: of every square, the largest number is kept.</source>
        <translation>最大池化：缩小图像，每个正方形只保留最大的数。</translation>
    </message>
    <message>
        <source>AvgPool2D</source>
        <translation>AvgPool2D</translation>
    </message>
    <message>
        <source>Makes images smaller: of every square, the mean is kept.</source>
        <translation>平均池化：缩小图像，每个正方形只保留均值。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Step size along the negative gradient. Too small learns slowly, too large diverges.</source>
        <translation>沿负梯度方向的步长。太小学得慢，太大会发散。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>λ: every step also shrinks the weights by learning rate × λ × weight.</source>
        <translation>λ：每一步还使权重减小 学习率 × λ × 权重。</translation>
    </message>
    <message>
        <source>Decay applies to</source>
        <translation>衰减作用于</translation>
    </message>
    <message>
        <source>The book decays weights only; Gluon's Trainer, left alone, decays biases too.</source>
        <translation>书中只衰减权重；Gluon 的 Trainer 默认连偏差一起衰减。</translation>
    </message>
    <message>
        <source>weights only</source>
        <translation>仅权重</translation>
    </message>
    <message>
        <source>weights and biases</source>
        <translation>权重和偏差</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Minibatch stochastic gradient descent, optionally with momentum.</source>
        <translation>小批量随机梯度下降，可选用动量法。</translation>
    </message>
    <message>
        <source>Share of the last step that is kept for the next one. 0 is plain SGD.</source>
        <translation>上一步有多少保留到下一步。0 就是普通的 SGD。</translation>
    </message>
    <message>
        <source>NAG</source>
        <translation>NAG</translation>
    </message>
    <message>
        <source>Nesterov's accelerated gradient: momentum that looks one step ahead. Without it, plain SGD.</source>
        <translation>Nesterov 加速梯度：提前看一步的动量法。没有动量时就是普通的 SGD。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Scales every step by running means of the gradient and of its square.</source>
        <translation>按梯度及其平方的移动平均缩放每一步。</translation>
    </message>
    <message>
        <source>Size of a typical step. Adam usually wants less than SGD: 0.001 is a good start.</source>
        <translation>典型的步长。Adam 通常需要比 SGD 小的值：0.001 是好的起点。</translation>
    </message>
    <message>
        <source>λ: λ × weight is added to the gradient before that is scaled, so that weights with large gradients decay less. AdamW, which decays them all alike, is another optimizer.</source>
        <translation>λ：在缩放之前把 λ × 权重 加到梯度上，因此梯度大的权重衰减较少。使所有权重同样衰减的 AdamW 是另一种优化算法。</translation>
    </message>
    <message>
        <source>Memory of the running mean of the gradient.</source>
        <translation>梯度移动平均的记忆程度。</translation>
    </message>
    <message>
        <source>Memory of the running mean of the squared gradient.</source>
        <translation>梯度平方移动平均的记忆程度。</translation>
    </message>
    <message>
        <source>Small number that keeps the division finite.</source>
        <translation>一个小数，使除法结果保持有限。</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Divides every step by the root of a running mean of the squared gradient.</source>
        <translation>每一步除以梯度平方移动平均的平方根。</translation>
    </message>
    <message>
        <source>Size of a typical step. RMSProp usually wants less than SGD: 0.001 is a good start.</source>
        <translation>典型的步长。RMSProp 通常需要比 SGD 小的值：0.001 是好的起点。</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>中心化</translation>
    </message>
    <message>
        <source>Graves's version: the running mean of the gradient is taken off, and there is a momentum.</source>
        <translation>Graves 的版本：减去梯度的移动平均，并带有动量。</translation>
    </message>
    <message>
        <source>Momentum: share of the last step that is kept for the next one.</source>
        <translation>动量：上一步有多少保留到下一步。</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>Divides every step by the root of the sum of all squared gradients so far: steps only shrink.</source>
        <translation>每一步除以迄今所有梯度平方之和的平方根：步长只会变小。</translation>
    </message>
    <message>
        <source>λ: every step also shrinks the weights by learning rate × λ × weight, which MXNet leaves out of the sum of squared gradients.</source>
        <translation>λ：每一步还使权重减小 学习率 × λ × 权重；MXNet 不把它计入梯度平方之和。</translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation>AdaDelta</translation>
    </message>
    <message>
        <source>Finds its own step size from the steps and gradients so far. There is no learning rate to choose: MXNet pays no heed to it, nor to its schedule.</source>
        <translation>根据迄今的步长和梯度自己确定步长。没有学习率可选：MXNet 不理会学习率及其调度。</translation>
    </message>
    <message>
        <source>Without effect: AdaDelta finds its own step size.</source>
        <translation>不起作用：AdaDelta 自己确定步长。</translation>
    </message>
    <message>
        <source>λ: every step also shrinks the weights by λ × weight, whatever the size of the step: much less than with SGD is enough.</source>
        <translation>λ：无论步长多大，每一步还使权重减小 λ × 权重：需要的值比 SGD 小得多。</translation>
    </message>
    <message>
        <source>Memory of the running means of squared gradients and steps.</source>
        <translation>梯度平方和步长平方移动平均的记忆程度。</translation>
    </message>
    <message>
        <source>Keeps the division finite, and sets the size of the first steps: larger learns faster at first.</source>
        <translation>使除法结果保持有限，并决定最初几步的大小：越大，开始时学得越快。</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Training size</source>
        <translation>训练集大小</translation>
    </message>
    <message>
        <source>Number of samples to train on.</source>
        <translation>用于训练的样本数。</translation>
    </message>
    <message>
        <source>Validation size</source>
        <translation>验证集大小</translation>
    </message>
    <message>
        <source>Number of samples that are watched while training; the book calls them the test part.</source>
        <translation>训练时观察的样本数；书中称之为测试集。</translation>
    </message>
    <message>
        <source>Test size</source>
        <translation>测试集大小</translation>
    </message>
    <message>
        <source>Number of samples that are used once, at the end.</source>
        <translation>只在最后使用一次的样本数。</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Draws the samples, where they are drawn, and splits them into parts. The same seed gives the same data.</source>
        <translation>用于抽取样本（如果样本是抽取的）并划分各部分。种子相同则数据相同。</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多项式</translation>
    </message>
    <message>
        <source>y = b + c₁x + c₂x² + c₃x³ + noise. The network gets as many powers of x as you offer.</source>
        <translation>y = b + c₁x + c₂x² + c₃x³ + 噪声。网络得到你所提供的 x 的各次幂。</translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>The true factors of x, x², x³ and so on; separate them by commas.</source>
        <translation>x、x²、x³ 等的真实系数；用逗号分隔。</translation>
    </message>
    <message>
        <source>True b</source>
        <translation>真实的 b</translation>
    </message>
    <message>
        <source>The true bias.</source>
        <translation>真实的偏差。</translation>
    </message>
    <message>
        <source>Noise σ</source>
        <translation>噪声 σ</translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise on y.</source>
        <translation>y 上正态噪声的标准差。</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Number of powers of x that the network gets as inputs: too few underfit, too many may overfit.</source>
        <translation>网络作为输入得到的 x 的幂的个数：太少欠拟合，太多可能过拟合。</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>幂</translation>
    </message>
    <message>
        <source>High powers are huge, and training on them diverges; dividing xᵏ by k! keeps them near 1.</source>
        <translation>高次幂非常大，训练会发散；把 xᵏ 除以 k! 可使其保持在 1 附近。</translation>
    </message>
    <message>
        <source>xᵏ (as the book)</source>
        <translation>xᵏ（与书中相同）</translation>
    </message>
    <message>
        <source>High-dimensional</source>
        <translation>高维</translation>
    </message>
    <message>
        <source>y = b + w·(x₁ + … + x₂₀₀) + noise, with more inputs than samples: the case for weight decay.</source>
        <translation>y = b + w·(x₁ + … + x₂₀₀) + 噪声，输入比样本多：权重衰减的用武之地。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Number of inputs; each counts as much as any other.</source>
        <translation>输入的个数；每个输入同等重要。</translation>
    </message>
    <message>
        <source>True w</source>
        <translation>真实的 w</translation>
    </message>
    <message>
        <source>The true weight of every input.</source>
        <translation>每个输入的真实权重。</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证集比例</translation>
    </message>
    <message>
        <source>Share of the samples that is kept out of training to watch generalisation.</source>
        <translation>留在训练之外、用来观察泛化的样本比例。</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <source>Share of the samples that is used once, at the end.</source>
        <translation>只在最后使用一次的样本比例。</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX 文件</translation>
    </message>
    <message>
        <source>Your own pair of IDX files, images and labels, in the format of MNIST.</source>
        <translation>你自己的一对 IDX 文件：图像和标签，格式与 MNIST 相同。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The two files.</source>
        <translation>这两个文件。</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>Your own images: a folder with one sub-folder for each class. They become grey and small.</source>
        <translation>你自己的图像：每个类别一个子文件夹。它们会变成灰度的小图。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The folder and its images.</source>
        <translation>文件夹及其图像。</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>图像大小</translation>
    </message>
    <message>
        <source>Height and width in pixels.</source>
        <translation>高和宽，以像素计。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>What to do with an image that is not square: fill up with its border's mean grey, cut off, or distort.</source>
        <translation>如何处理非正方形的图像：用边缘的平均灰度填充、裁掉，或变形。</translation>
    </message>
    <message>
        <source>fill up</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>distort</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Table from a file</source>
        <translation>文件中的表格</translation>
    </message>
    <message>
        <source>Your own CSV, TSV or NPZ file: choose the target and the columns that the network sees.</source>
        <translation>你自己的 CSV、TSV 或 NPZ 文件：选择目标以及网络能看到的列。</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The file and its columns.</source>
        <translation>文件及其各列。</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Numbers get mean 0 and standard deviation 1. Both are measured on the training part only.</source>
        <translation>使数值的均值为 0、标准差为 1。两者都只在训练集上测量。</translation>
    </message>
    <message>
        <source>Scale target</source>
        <translation>缩放目标</translation>
    </message>
    <message>
        <source>Standardise a target of numbers, too. Errors are then told in standard deviations. Classes stay as they are.</source>
        <translation>数值目标也标准化。误差因此以标准差为单位。类别保持不变。</translation>
    </message>
    <message>
        <source>Digits 8×8</source>
        <translation>手写数字 8×8</translation>
    </message>
    <message>
        <source>1,797 handwritten digits of 8×8 pixels, embedded: no download.</source>
        <translation>1,797 个 8×8 像素的手写数字，内置：无需下载。</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>训练样本数</translation>
    </message>
    <message>
        <source>Use only so many of the training part, drawn with the data seed: few can be learnt by heart. The other parts stay as they are.</source>
        <translation>只使用训练集中这么多样本，用数据种子抽取：样本少时可以死记硬背。其他部分保持不变。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Scale every input to mean 0 and deviation 1, as the training part has them. Else large numbers rule.</source>
        <translation>按训练集的统计把每个输入缩放到均值 0、标准差 1。否则大的数会占主导。</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>150 irises of three species, told by four measures of their flowers. Embedded.</source>
        <translation>三个品种的 150 朵鸢尾花，由花的四项测量值区分。内置。</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <source>178 wines of three cultivars, told by thirteen chemical measures. Embedded.</source>
        <translation>三个葡萄品种的 178 种葡萄酒，由十三项化学指标区分。内置。</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <source>569 tumours, malignant or benign, told by thirty measures of cell nuclei. Embedded.</source>
        <translation>569 个肿瘤，恶性或良性，由细胞核的三十项测量值区分。内置。</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>糖尿病</translation>
    </message>
    <message>
        <source>442 patients: ten measures, and how far their diabetes had gone a year later. Embedded.</source>
        <translation>442 名患者：十项测量值，以及一年后糖尿病的发展程度。内置。</translation>
    </message>
    <message>
        <source>Scale the target in the same way. Else it is a score from 25 to 346, and so is the error.</source>
        <translation>以同样的方式缩放目标。否则目标是 25 到 346 的分数，误差也是。</translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation>线性回归</translation>
    </message>
    <message>
        <source>Synthetic: y = Xw + b + noise with standard normal X. The network should find w and b.</source>
        <translation>人工合成：y = Xw + b + 噪声，X 服从标准正态分布。网络应找到 w 和 b。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Number of samples that are drawn.</source>
        <translation>抽取的样本数。</translation>
    </message>
    <message>
        <source>The true weights, one for each input; separate them by commas.</source>
        <translation>真实的权重，每个输入一个；用逗号分隔。</translation>
    </message>
    <message>
        <source>Share of the samples that is kept out of training to watch generalisation. The book uses none here.</source>
        <translation>留在训练之外、用来观察泛化的样本比例。书中这里不用。</translation>
    </message>
    <message>
        <source>Your own points</source>
        <translation>自己的点</translation>
    </message>
    <message>
        <source>Points that you place yourself: at most 1,000, in up to 8 classes.</source>
        <translation>你自己放置的点：最多 1,000 个，最多 8 个类别。</translation>
    </message>
    <message>
        <source>Classes in the plane</source>
        <translation>平面上的分类</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>The points and their classes. They are part of the experiment and saved with it.</source>
        <translation>点及其类别。它们是实验的一部分，随实验一起保存。</translation>
    </message>
    <message>
        <source>What the network gets to know of a point. Good inputs can replace hidden layers.</source>
        <translation>网络能知道一个点的哪些信息。好的输入可以代替隐藏层。</translation>
    </message>
    <message>
        <source>sin x₁</source>
        <translation>sin x₁</translation>
    </message>
    <message>
        <source>sin x₂</source>
        <translation>sin x₂</translation>
    </message>
    <message>
        <source>Share of the points that is kept out of training to watch generalisation.</source>
        <translation>留在训练之外、用来观察泛化的点的比例。</translation>
    </message>
    <message>
        <source>Share of the points that is used once, at the end.</source>
        <translation>只在最后使用一次的点的比例。</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>70,000 images of garments, 28×28 pixels, ten classes. Downloaded once (31 MB).</source>
        <translation>70,000 张服装图像，28×28 像素，十个类别。只需下载一次（31 MB）。</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>A share of the training images, or the 10,000 test images as in the book (then no test part is left).</source>
        <translation>训练图像的一部分，或者与书中一样用 10,000 张测试图像（那样就没有测试集了）。</translation>
    </message>
    <message>
        <source>share of the training images</source>
        <translation>训练图像的一部分</translation>
    </message>
    <message>
        <source>the test images (as the book)</source>
        <translation>测试图像（与书中相同）</translation>
    </message>
    <message>
        <source>Share of the 60,000 training images that is kept out of training, if the validation part is a share.</source>
        <translation>60,000 张训练图像中留在训练之外的比例（当验证集取自训练图像时）。</translation>
    </message>
    <message>
        <source>Number of samples that are drawn, in all parts.</source>
        <translation>抽取的样本总数（所有部分）。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>How much is left to chance. 0.5 is what TensorFlow Playground calls 50 (percent).</source>
        <translation>有多少交给随机。0.5 相当于 TensorFlow Playground 的 50（百分比）。</translation>
    </message>
    <message>
        <source>Training share</source>
        <translation>训练集比例</translation>
    </message>
    <message>
        <source>Share of the samples that is trained on. The others are watched, but for the test part.</source>
        <translation>用于训练的样本比例。其余的除测试集外用来观察。</translation>
    </message>
    <message>
        <source>Share of the samples that is used once, at the end; at most what is left.</source>
        <translation>只在最后使用一次的样本比例；最多为剩余部分。</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>A disc inside a ring. No straight line separates them; noise blurs the border.</source>
        <translation>圆环中的圆盘。没有直线能把它们分开；噪声使边界模糊。</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Exclusive or: opposite corners belong together. Needs a hidden layer, or the input x₁x₂.</source>
        <translation>异或：相对的角属于同一类。需要一个隐藏层，或输入 x₁x₂。</translation>
    </message>
    <message>
        <source>Gauss</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Two clouds that a straight line separates; noise widens them until they overlap.</source>
        <translation>一条直线就能分开的两团点；噪声使它们变宽直至重叠。</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Two arms that wind around each other 1.75 times: the hardest of the playground's sets.</source>
        <translation>两条互相缠绕 1.75 圈的臂：playground 中最难的数据集。</translation>
    </message>
    <message>
        <source>Spiral with many arms</source>
        <translation>多臂螺旋</translation>
    </message>
    <message>
        <source>Three or more arms that wind around each other: softmax with many classes.</source>
        <translation>三条或更多互相缠绕的臂：多类别的 softmax。</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>臂数</translation>
    </message>
    <message>
        <source>Number of arms, each a class of its own.</source>
        <translation>臂的条数，每条自成一类。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>圈数</translation>
    </message>
    <message>
        <source>How often an arm winds around the middle.</source>
        <translation>一条臂绕中心多少圈。</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other; noise is normal, as in scikit-learn.</source>
        <translation>两个互相伸入的半圆；噪声为正态分布，与 scikit-learn 相同。</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>团簇</translation>
    </message>
    <message>
        <source>One cloud for each class, in a circle; noise widens them until they overlap.</source>
        <translation>每个类别一团点，排成一圈；噪声使它们变宽直至重叠。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>Number of clouds, each a class of its own.</source>
        <translation>团的个数，每团自成一类。</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>y = (x₁ + x₂) / 10: one linear unit is enough.</source>
        <translation>y = (x₁ + x₂) / 10：一个线性单元就够了。</translation>
    </message>
    <message>
        <source>Multi-Gauss</source>
        <translation>多峰高斯</translation>
    </message>
    <message>
        <source>Three hills and three valleys in a flat plane: a line is lost here, hidden units are needed.</source>
        <translation>平坦平面上的三座山和三个谷：直线无能为力，需要隐藏单元。</translation>
    </message>
    <message>
        <source>Warm-up epochs</source>
        <translation>预热周期数</translation>
    </message>
    <message>
        <source>The learning rate rises from nearly 0 in a straight line for so many epochs. 0 starts at full rate.</source>
        <translation>在这么多个迭代周期内，学习率从接近 0 直线上升。0 表示一开始就用全部学习率。</translation>
    </message>
    <message>
        <source>The same learning rate from the first step to the last.</source>
        <translation>从第一步到最后一步都用同样的学习率。</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by a factor every few epochs.</source>
        <translation>每隔几个迭代周期把学习率乘以一个因子。</translation>
    </message>
    <message>
        <source>Every (epochs)</source>
        <translation>间隔（迭代周期）</translation>
    </message>
    <message>
        <source>Epochs between two reductions.</source>
        <translation>两次降低之间的迭代周期数。</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by each time.</source>
        <translation>每次学习率所乘的数。</translation>
    </message>
    <message>
        <source>Lowest share</source>
        <translation>最低比例</translation>
    </message>
    <message>
        <source>The learning rate never falls below this share of itself.</source>
        <translation>学习率不会低于自身的这个比例。</translation>
    </message>
    <message>
        <source>Multi-factor</source>
        <translation>多次降低</translation>
    </message>
    <message>
        <source>Multiplies the learning rate by a factor after each of the given epochs.</source>
        <translation>在每个给定的迭代周期之后把学习率乘以一个因子。</translation>
    </message>
    <message>
        <source>After epochs</source>
        <translation>在这些周期之后</translation>
    </message>
    <message>
        <source>The learning rate falls after each of these epochs, such as 30, 60, 80.</source>
        <translation>学习率在这些迭代周期之后各降低一次，如 30, 60, 80。</translation>
    </message>
    <message>
        <source>Final share</source>
        <translation>最终比例</translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end of the last epoch. 0 ends with no step at all.</source>
        <translation>最后一个迭代周期结束时剩下的学习率比例。0 表示最后步长为零。</translation>
    </message>
    <message>
        <source>Falls until the last epoch as a power of what is left of the run; power 1 is a straight line.</source>
        <translation>按剩余进度的幂次下降，直到最后一个迭代周期；幂为 1 时是直线。</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>幂次</translation>
    </message>
    <message>
        <source>1 falls in a straight line, 2 faster at first.</source>
        <translation>1 为直线下降，2 开始时下降更快。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Falls until the last epoch along a cosine: slowly, then faster, then slowly again.</source>
        <translation>沿余弦曲线下降，直到最后一个迭代周期：先慢，再快，再慢。</translation>
    </message>
    <message>
        <source>λ of λ Σ|w|, added to the mean loss: pulls every weight towards 0 by the same force, so that many end there. The curves show the loss of the data alone, without it.</source>
        <translation>λ Σ|w| 中的 λ，加到平均损失上：以同样的力把每个权重拉向 0，因此许多权重停在 0。曲线只显示数据的损失，不含它。</translation>
    </message>
    <message>
        <source>λ of λ/2 Σw², added to the mean loss. With plain SGD it is the same as weight decay. The curves show the loss of the data alone, without it.</source>
        <translation>λ/2 Σw² 中的 λ，加到平均损失上。对普通的 SGD 来说它与权重衰减相同。曲线只显示数据的损失，不含它。</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>作用于</translation>
    </message>
    <message>
        <source>Usually weights only: biases do not make a function wilder.</source>
        <translation>通常只作用于权重：偏差不会使函数更剧烈。</translation>
    </message>
    <message>
        <source>Where the file was when it was opened.</source>
        <translation>打开文件时它所在的位置。</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Size of the file.</source>
        <translation>文件的大小。</translation>
    </message>
    <message>
        <source>By its digest the file is known again.</source>
        <translation>凭此摘要可以认出这个文件。</translation>
    </message>
    <message>
        <source>The file with the images.</source>
        <translation>图像文件。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The file with the labels.</source>
        <translation>标签文件。</translation>
    </message>
    <message>
        <source>Number of images.</source>
        <translation>图像的张数。</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Height of an image in pixels.</source>
        <translation>图像的高，以像素计。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Width of an image in pixels.</source>
        <translation>图像的宽，以像素计。</translation>
    </message>
    <message>
        <source>All labels that occur, in ascending order.</source>
        <translation>出现的所有标签，按升序排列。</translation>
    </message>
    <message>
        <source>Where the folder was when it was opened.</source>
        <translation>打开文件夹时它所在的位置。</translation>
    </message>
    <message>
        <source>Names of the sub-folders, in their order.</source>
        <translation>子文件夹的名称，按其顺序。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Number of usable images of each class.</source>
        <translation>每个类别可用图像的张数。</translation>
    </message>
    <message>
        <source>Of the names and contents of all images.</source>
        <translation>所有图像的名称和内容的摘要。</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Images that could not be read and are left out.</source>
        <translation>无法读取而略过的图像。</translation>
    </message>
    <message>
        <source>First coordinate.</source>
        <translation>第一个坐标。</translation>
    </message>
    <message>
        <source>Second coordinate.</source>
        <translation>第二个坐标。</translation>
    </message>
    <message>
        <source>0 for A, 1 for B, and so on.</source>
        <translation>0 表示 A，1 表示 B，依此类推。</translation>
    </message>
    <message>
        <source>Name of the column.</source>
        <translation>列的名称。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Number of cells that hold nothing.</source>
        <translation>空单元格的个数。</translation>
    </message>
    <message>
        <source>Of numbers</source>
        <translation>数值类别</translation>
    </message>
    <message>
        <source>Whether the categories are numbers: 1 and 1.0 are one.</source>
        <translation>类别是否为数值：1 和 1.0 视为相同。</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All categories, in their order.</source>
        <translation>所有类别，按其顺序。</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>What stands between two cells.</source>
        <translation>两个单元格之间的字符。</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>none (NPZ)</source>
        <translation>无 (NPZ)</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Whether the first row holds the names of the columns.</source>
        <translation>第一行是否为列名。</translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation>小数点用逗号</translation>
    </message>
    <message>
        <source>Whether 3,14 is a number.</source>
        <translation>3,14 是否为一个数。</translation>
    </message>
    <message>
        <source>The file with the table.</source>
        <translation>含有表格的文件。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>How the text of the file is divided.</source>
        <translation>文件中的文本如何划分。</translation>
    </message>
    <message>
        <source>The columns that the network sees.</source>
        <translation>网络能看到的列。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>The column that the network learns to tell.</source>
        <translation>网络要学会给出的列。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Number of rows that have a target.</source>
        <translation>有目标的行数。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>Number of rows without a target.</source>
        <translation>没有目标的行数。</translation>
    </message>
    <message>
        <source>Image shape</source>
        <translation>图像形状</translation>
    </message>
    <message>
        <source>Channels, height and width if the columns are pixels.</source>
        <translation>如果列是像素：通道数、高和宽。</translation>
    </message>
    <message>
        <source>Patience (epochs)</source>
        <translation>耐心值（迭代周期）</translation>
    </message>
    <message>
        <source>Early stopping: ends the run when the watched figure of the validation part has not improved for so many epochs, and takes back the parameters of the best epoch. 0 is off.</source>
        <translation>提前停止：当验证集上被观察的指标在这么多个迭代周期内没有改善时结束运行，并恢复最佳迭代周期的参数。0 为关闭。</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>The figure of the validation part that must improve, for early stopping.</source>
        <translation>提前停止所要求改善的验证集指标。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Top-3 accuracy</source>
        <translation>前 3 准确率</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>对数损失</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Target on</source>
        <translation>目标所在部分</translation>
    </message>
    <message>
        <source>Ends the run as soon as a figure reaches a target, on the validation or the training part.</source>
        <translation>一旦验证集或训练集上的指标达到目标就结束运行。</translation>
    </message>
    <message>
        <source>validation part</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Target figure</source>
        <translation>目标指标</translation>
    </message>
    <message>
        <source>The figure that must reach the target.</source>
        <translation>必须达到目标的指标。</translation>
    </message>
    <message>
        <source>Target value</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>The run ends when the figure is at least this, or at most this where smaller is better. Accuracies are shares: 0.9 is 90 %.</source>
        <translation>当指标不低于此值（越小越好的指标则不高于此值）时结束运行。准确率用比例表示：0.9 即 90 %。</translation>
    </message>
    <message>
        <source>Time limit (s)</source>
        <translation>时间限制（秒）</translation>
    </message>
    <message>
        <source>Ends the run after so many seconds of computing, pauses left out. 0 is off.</source>
        <translation>计算这么多秒之后结束运行，不计暂停。0 为关闭。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>迭代周期数</translation>
    </message>
    <message>
        <source>Number of passes over the training samples.</source>
        <translation>遍历训练样本的次数。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Samples in one minibatch, that is, for one step of the optimizer.</source>
        <translation>一个小批量的样本数，即优化算法走一步所用的样本数。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Draws the first weights, the order of the samples and the dropout masks. Equal seeds give equal curves.</source>
        <translation>用于抽取初始权重、样本顺序和丢弃掩码。种子相同则曲线相同。</translation>
    </message>
    <message>
        <source>Name of the experiment.</source>
        <translation>实验的名称。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What the experiment is meant to show.</source>
        <translation>这个实验要说明什么。</translation>
    </message>
    <message>
        <source>Where the samples come from.</source>
        <translation>样本从哪里来。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The stack, from input to output.</source>
        <translation>从输入到输出的各层。</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>训练要使之变小的量。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化算法</translation>
    </message>
    <message>
        <source>How the weights follow the gradient.</source>
        <translation>权重如何跟随梯度。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Learning-rate schedule: which share of the optimizer's learning rate each step takes.</source>
        <translation>学习率调度：每一步用优化算法学习率的多少。</translation>
    </message>
    <message>
        <source>Penalty in the loss</source>
        <translation>损失中的惩罚项</translation>
    </message>
    <message>
        <source>What large weights cost, L1 or L2.</source>
        <translation>大的权重要付出的代价，L1 或 L2。</translation>
    </message>
    <message>
        <source>How the first weights are drawn.</source>
        <translation>初始权重如何抽取。</translation>
    </message>
    <message>
        <source>How long and in which portions.</source>
        <translation>训练多久，每次用多少样本。</translation>
    </message>
    <message>
        <source>Stop conditions</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>What may end the run before its last epoch.</source>
        <translation>什么可以在最后一个迭代周期之前结束运行。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Its place in the experiment, such as optimizer.learning_rate or layers.0.units.</source>
        <translation>它在实验中的位置，如 optimizer.learning_rate 或 layers.0.units。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>What it takes; a value may be a whole group or list.</source>
        <translation>它取的值；一个值可以是整组设置或列表。</translation>
    </message>
    <message>
        <source>How the values are called, if they are groups or lists.</source>
        <translation>如果值是组或列表，它们如何称呼。</translation>
    </message>
    <message>
        <source>Name of the sweep.</source>
        <translation>参数扫描的名称。</translation>
    </message>
    <message>
        <source>What the sweep is meant to show.</source>
        <translation>这个参数扫描要说明什么。</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>What is run; the swept settings change it.</source>
        <translation>运行的内容；被扫描的设置会改变它。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>One or two settings with their values: the first downwards, the second across.</source>
        <translation>一项或两项设置及其值：第一项纵向，第二项横向。</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Every cell is run with each of them.</source>
        <translation>每个单元格都用其中每个种子运行一次。</translation>
    </message>
    <message>
        <source>Seeds draw</source>
        <translation>种子决定</translation>
    </message>
    <message>
        <source>First weights and order of the samples, or the data, or both.</source>
        <translation>初始权重和样本顺序，或数据，或两者。</translation>
    </message>
    <message>
        <source>the training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>training and data</source>
        <translation>训练和数据</translation>
    </message>
    <message>
        <source>An expression in x, such as 2 * dot(x.T, x), sum(exp(x)), relu(x) ** 2.</source>
        <translation>x 的表达式，如 2 * dot(x.T, x)、sum(exp(x))、relu(x) ** 2。</translation>
    </message>
    <message>
        <source>A number, a vector such as [0, 1, 2, 3], or a matrix such as [[1, 2], [3, 4]].</source>
        <translation>一个数、一个向量（如 [0, 1, 2, 3]）或一个矩阵（如 [[1, 2], [3, 4]]）。</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Shapes such as (4,3)+(3,): two or three, with the sign of an operation between them, or a comma.</source>
        <translation>形如 (4,3)+(3,) 的形状：两个或三个，之间用运算符或逗号隔开。</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>What is computed of the entries that meet.</source>
        <translation>对相遇的元素进行什么计算。</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>What has been done with the network.</source>
        <translation>已经对网络做了什么。</translation>
    </message>
    <message>
        <source>constructed</source>
        <translation>已构造</translation>
    </message>
    <message>
        <source>initialised</source>
        <translation>已初始化</translation>
    </message>
    <message>
        <source>first forward pass</source>
        <translation>第一次前向计算</translation>
    </message>
    <message>
        <source>net[1] shares the parameters of net[0]</source>
        <translation>net[1] 共享 net[0] 的参数</translation>
    </message>
    <message>
        <source>The second layer is made with params=net[0].params: one object that both use.</source>
        <translation>第二层用 params=net[0].params 创建：两层使用同一个对象。</translation>
    </message>
    <message>
        <source>How the weights are drawn; biases are 0.</source>
        <translation>权重如何抽取；偏差为 0。</translation>
    </message>
    <message>
        <source>Normal(0.01)</source>
        <translation>Normal(0.01)</translation>
    </message>
    <message>
        <source>Uniform(0.07)</source>
        <translation>Uniform(0.07)</translation>
    </message>
    <message>
        <source>Xavier()</source>
        <translation>Xavier()</translation>
    </message>
    <message>
        <source>MSRAPrelu()</source>
        <translation>MSRAPrelu()</translation>
    </message>
    <message>
        <source>Constant(0.1)</source>
        <translation>Constant(0.1)</translation>
    </message>
    <message>
        <source>Zero()</source>
        <translation>Zero()</translation>
    </message>
    <message>
        <source>MyInit()</source>
        <translation>MyInit()</translation>
    </message>
    <message>
        <source>Initialised again</source>
        <translation>重新初始化</translation>
    </message>
    <message>
        <source>How often.</source>
        <translation>次数。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>How the second array comes about.</source>
        <translation>第二个数组如何得到。</translation>
    </message>
    <message>
        <source>y = x.reshape((2, 6))</source>
        <translation>y = x.reshape((2, 6))</translation>
    </message>
    <message>
        <source>y = x.copy()</source>
        <translation>y = x.copy()</translation>
    </message>
    <message>
        <source>y = x.as_in_context(x.context)</source>
        <translation>y = x.as_in_context(x.context)</translation>
    </message>
    <message>
        <source>y = x.detach()</source>
        <translation>y = x.detach()</translation>
    </message>
    <message>
        <source>y = x.astype('float32')</source>
        <translation>y = x.astype('float32')</translation>
    </message>
    <message>
        <source>n = x.asnumpy()</source>
        <translation>n = x.asnumpy()</translation>
    </message>
    <message>
        <source>y = nd.array(n)</source>
        <translation>y = nd.array(n)</translation>
    </message>
    <message>
        <source>y = nd.from_numpy(n)</source>
        <translation>y = nd.from_numpy(n)</translation>
    </message>
    <message>
        <source>nd.elemwise_add(x, d, out=x)</source>
        <translation>nd.elemwise_add(x, d, out=x)</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Which of the two arrays is written; for lines that write x themselves, “left” runs them.</source>
        <translation>写入两个数组中的哪一个；对于本身就写 x 的行，“左”运行它们。</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>The entry that is written, counted from 0.</source>
        <translation>要写入的元素，从 0 数起。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入值</translation>
    </message>
    <message>
        <source>The number that a click writes into an entry.</source>
        <translation>点击时写入元素的数。</translation>
    </message>
    <message>
        <source>A .params file.</source>
        <translation>一个 .params 文件。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>A file that Gluon Lab writes for this explorer.</source>
        <translation>Gluon Lab 为这个探索器写出的文件。</translation>
    </message>
    <message>
        <source>one that fits</source>
        <translation>匹配的文件</translation>
    </message>
    <message>
        <source>one with another shape</source>
        <translation>形状不同的文件</translation>
    </message>
    <message>
        <source>one that is damaged</source>
        <translation>损坏的文件</translation>
    </message>
    <message>
        <source>The current run</source>
        <translation>当前运行</translation>
    </message>
    <message>
        <source>The parameters of the network in this window, also while it trains.</source>
        <translation>本窗口中网络的参数，训练时也随时更新。</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>数组</translation>
    </message>
    <message>
        <source>The array that is looked at.</source>
        <translation>正在查看的数组。</translation>
    </message>
    <message>
        <source>Largest n</source>
        <translation>最大的 n</translation>
    </message>
    <message>
        <source>The race ends with vectors of so many entries.</source>
        <translation>比赛进行到有这么多元素的向量为止。</translation>
    </message>
    <message>
        <source>Longest measurement (s)</source>
        <translation>最长测量时间（秒）</translation>
    </message>
    <message>
        <source>A loop that would take longer is stopped, and its time is estimated from the entries that it has done.</source>
        <translation>更久的循环会被停止，其时间由已完成的元素估计。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Way, size, seconds and whether these are estimated, of the last race.</source>
        <translation>上一次比赛的方法、大小、秒数以及是否为估计值。</translation>
    </message>
    <message>
        <source>Number of Dense layers, all equal.</source>
        <translation>Dense 层的层数，各层相同。</translation>
    </message>
    <message>
        <source>Number of inputs and of units in every layer.</source>
        <translation>每一层的输入数和单元数。</translation>
    </message>
    <message>
        <source>The activation function after every layer.</source>
        <translation>每一层之后的激活函数。</translation>
    </message>
    <message>
        <source>none (linear)</source>
        <translation>无（线性）</translation>
    </message>
    <message>
        <source>He (MSRAPrelu)</source>
        <translation>He (MSRAPrelu)</translation>
    </message>
    <message>
        <source>Largest absolute value of a weight; Gluon's default is 0.07.</source>
        <translation>权重的最大绝对值；Gluon 的默认值为 0.07。</translation>
    </message>
    <message>
        <source>3 is Xavier's choice: the variance of the weights is a third of it over the number of units.</source>
        <translation>3 是 Xavier 的选择：权重的方差为它的三分之一除以单元数。</translation>
    </message>
    <message>
        <source>Slope of the activation left of 0: 0 for ReLU, as He has it; Gluon's default is 0.25.</source>
        <translation>激活函数在 0 左侧的斜率：He 对 ReLU 取 0；Gluon 的默认值为 0.25。</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Length of every row of the matrix; Gluon's default is 1.414.</source>
        <translation>矩阵每一行的长度；Gluon 的默认值为 1.414。</translation>
    </message>
    <message>
        <source>So many networks are drawn.</source>
        <translation>抽取这么多个网络。</translation>
    </message>
    <message>
        <source>Units of the hidden layer.</source>
        <translation>隐藏层的单元。</translation>
    </message>
    <message>
        <source>The activation function of the hidden units.</source>
        <translation>隐藏单元的激活函数。</translation>
    </message>
    <message>
        <source>Start c</source>
        <translation>初值 c</translation>
    </message>
    <message>
        <source>The value with which every weight begins.</source>
        <translation>每个权重的起始值。</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to every weight at the start: 0 leaves all units equal.</source>
        <translation>开始时加到每个权重上的噪声的标准差：0 使所有单元保持相等。</translation>
    </message>
    <message>
        <source>Share of the hidden units that are dropped in every step, others for every sample.</source>
        <translation>每一步丢弃的隐藏单元的比例，每个样本各不相同。</translation>
    </message>
    <message>
        <source>Learning rate: factor of the gradient in every step of SGD.</source>
        <translation>学习率：SGD 每一步中梯度所乘的因子。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps of minibatch SGD.</source>
        <translation>小批量 SGD 的步数。</translation>
    </message>
    <message>
        <source>The curve that the network should follow.</source>
        <translation>网络应当逼近的曲线。</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>hill</source>
        <translation>山丘</translation>
    </message>
    <message>
        <source>stairs</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>saw</source>
        <translation>锯齿</translation>
    </message>
    <message>
        <source>faster and faster</source>
        <translation>越来越快</translation>
    </message>
    <message>
        <source>drawn with the mouse</source>
        <translation>用鼠标画出</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <source>How many units the hidden layer has.</source>
        <translation>隐藏层有多少个单元。</translation>
    </message>
    <message>
        <source>Steepness a</source>
        <translation>陡峭程度 a</translation>
    </message>
    <message>
        <source>The weight in front of x: how sharp a step is.</source>
        <translation>x 前面的权重：台阶有多陡。</translation>
    </message>
    <message>
        <source>Choose the output weights by least squares.</source>
        <translation>用最小二乘法选择输出权重。</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>画出</translation>
    </message>
    <message>
        <source>Heights of the drawn curve.</source>
        <translation>所画曲线的高度。</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where the units stand.</source>
        <translation>各单元所在的位置。</translation>
    </message>
    <message>
        <source>Heights</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Output weights.</source>
        <translation>输出权重。</translation>
    </message>
    <message>
        <source>Bias b</source>
        <translation>偏差 b</translation>
    </message>
    <message>
        <source>Of the output.</source>
        <translation>输出的偏差。</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>L2: λ/2 · Σw², whose ball is round. L1: λ · Σ|w|, whose ball has corners on the axes.</source>
        <translation>L2：λ/2 · Σw²，其球是圆的。L1：λ · Σ|w|，其球的角在坐标轴上。</translation>
    </message>
    <message>
        <source>Weight of the penalty against the loss.</source>
        <translation>惩罚相对于损失的权重。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Two weights, or one weight and the bias: with the penalty on the weight only, or on the bias too.</source>
        <translation>两个权重，或一个权重和偏差：惩罚只作用于权重，或也作用于偏差。</translation>
    </message>
    <message>
        <source>w₁ and w₂</source>
        <translation>w₁ 和 w₂</translation>
    </message>
    <message>
        <source>w and b, penalty on w only</source>
        <translation>w 和 b，仅惩罚 w</translation>
    </message>
    <message>
        <source>w and b, penalty on both</source>
        <translation>w 和 b，两者都惩罚</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Correlation of both inputs: it turns the valley.</source>
        <translation>两个输入的相关性：它使谷地转向。</translation>
    </message>
    <message>
        <source>σ of x₂</source>
        <translation>x₂ 的 σ</translation>
    </message>
    <message>
        <source>Standard deviation of the second input; that of the first one is 1.</source>
        <translation>第二个输入的标准差；第一个输入的为 1。</translation>
    </message>
    <message>
        <source>Mean of x</source>
        <translation>x 的均值</translation>
    </message>
    <message>
        <source>Mean of the input, whose standard deviation is 1.</source>
        <translation>输入的均值，其标准差为 1。</translation>
    </message>
    <message>
        <source>Best w₁</source>
        <translation>最佳 w₁</translation>
    </message>
    <message>
        <source>First parameter of the least loss. Drag the star.</source>
        <translation>最小损失处的第一个参数。拖动星号。</translation>
    </message>
    <message>
        <source>Best w₂</source>
        <translation>最佳 w₂</translation>
    </message>
    <message>
        <source>Second parameter of the least loss. Drag the star.</source>
        <translation>最小损失处的第二个参数。拖动星号。</translation>
    </message>
    <message>
        <source>Dense layers</source>
        <translation>Dense 层数</translation>
    </message>
    <message>
        <source>How many Dense layers stand in the stack.</source>
        <translation>共有多少个 Dense 层。</translation>
    </message>
    <message>
        <source>Units of every layer but the last.</source>
        <translation>除最后一层外每层的单元数。</translation>
    </message>
    <message>
        <source>Between the layers.</source>
        <translation>各层之间的激活函数。</translation>
    </message>
    <message>
        <source>Of the random weights.</source>
        <translation>随机权重的种子。</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Entries changed by hand.</source>
        <translation>手动改过的元素。</translation>
    </message>
    <message>
        <source>Rate p</source>
        <translation>丢弃率 p</translation>
    </message>
    <message>
        <source>Probability that a unit is dropped.</source>
        <translation>一个单元被丢弃的概率。</translation>
    </message>
    <message>
        <source>Units of the layer.</source>
        <translation>这一层的单元数。</translation>
    </message>
    <message>
        <source>Scale by 1/(1 − p)</source>
        <translation>乘以 1/(1 − p)</translation>
    </message>
    <message>
        <source>Kept units say 1/(1 − p) times as much, as Dropout does it.</source>
        <translation>保留的单元放大为 1/(1 − p) 倍，与 Dropout 的做法相同。</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽取次数</translation>
    </message>
    <message>
        <source>So many masks have been drawn.</source>
        <translation>已抽取这么多个掩码。</translation>
    </message>
    <message>
        <source>Another seed draws other masks.</source>
        <translation>换一个种子会抽取不同的掩码。</translation>
    </message>
    <message>
        <source>Logit o</source>
        <translation>logit o</translation>
    </message>
    <message>
        <source>Where the descent begins. Below 0 the network holds the wrong class for likelier.</source>
        <translation>下降的起点。小于 0 时，网络认为错误的类别更有可能。</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>Of the gradient descent on the logit.</source>
        <translation>对 logit 做梯度下降的学习率。</translation>
    </message>
    <message>
        <source>Pixels of the image from top to bottom.</source>
        <translation>图像从上到下的像素数。</translation>
    </message>
    <message>
        <source>Pixels of the image from left to right.</source>
        <translation>图像从左到右的像素数。</translation>
    </message>
    <message>
        <source>1 for grey images, 3 for red, green and blue.</source>
        <translation>灰度图像为 1，红绿蓝图像为 3。</translation>
    </message>
    <message>
        <source>One output for each.</source>
        <translation>每个类别一个输出。</translation>
    </message>
    <message>
        <source>Units of a hidden layer; 0 for none: softmax regression.</source>
        <translation>隐藏层的单元数；0 表示没有隐藏层：softmax 回归。</translation>
    </message>
    <message>
        <source>Standard deviation of every entry of every matrix.</source>
        <translation>每个矩阵中每个元素的标准差。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Rows and columns of the matrices.</source>
        <translation>矩阵的行数和列数。</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>因子数</translation>
    </message>
    <message>
        <source>How many matrices are multiplied.</source>
        <translation>多少个矩阵相乘。</translation>
    </message>
    <message>
        <source>So many products are drawn.</source>
        <translation>抽取这么多个乘积。</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The product of so many matrices is shown in numbers.</source>
        <translation>以数值显示这么多个矩阵的乘积。</translation>
    </message>
    <message>
        <source>Poisson</source>
        <translation>泊松</translation>
    </message>
    <message>
        <source>The mean of the normal distribution.</source>
        <translation>正态分布的均值。</translation>
    </message>
    <message>
        <source>The standard deviation of the normal distribution.</source>
        <translation>正态分布的标准差。</translation>
    </message>
    <message>
        <source>The mean of the Poisson distribution, which is its variance too.</source>
        <translation>泊松分布的均值，也是它的方差。</translation>
    </message>
    <message>
        <source>Equal seeds give equal samples.</source>
        <translation>种子相同则样本相同。</translation>
    </message>
    <message>
        <source>p₁ (first layer)</source>
        <translation>p₁（第一层）</translation>
    </message>
    <message>
        <source>Dropout rate behind the first layer.</source>
        <translation>第一层之后的丢弃率。</translation>
    </message>
    <message>
        <source>p₂ (second layer)</source>
        <translation>p₂（第二层）</translation>
    </message>
    <message>
        <source>Dropout rate behind the second layer.</source>
        <translation>第二层之后的丢弃率。</translation>
    </message>
    <message>
        <source>Units 1</source>
        <translation>单元数 1</translation>
    </message>
    <message>
        <source>Units of the first layer.</source>
        <translation>第一层的单元数。</translation>
    </message>
    <message>
        <source>Units 2</source>
        <translation>单元数 2</translation>
    </message>
    <message>
        <source>Units of the second layer.</source>
        <translation>第二层的单元数。</translation>
    </message>
    <message>
        <source>Another seed draws other weights and masks.</source>
        <translation>换一个种子会抽取不同的权重和掩码。</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>The outputs o of the last layer, one for each class.</source>
        <translation>最后一层的输出 o，每个类别一个。</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>The class that the sample really has, counted from 0.</source>
        <translation>样本真正的类别，从 0 数起。</translation>
    </message>
    <message>
        <source>Shift c</source>
        <translation>平移 c</translation>
    </message>
    <message>
        <source>A number that is added to all logits.</source>
        <translation>加到所有 logit 上的数。</translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation>温度 T</translation>
    </message>
    <message>
        <source>All logits are divided by it.</source>
        <translation>所有 logit 都除以它。</translation>
    </message>
    <message>
        <source>Number of outputs of the layer.</source>
        <translation>这一层的输出个数。</translation>
    </message>
    <message>
        <source>What is applied to the outputs.</source>
        <translation>作用在输出上的函数。</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>The samples are cut into so many parts; each is kept for validation once, while the others train.</source>
        <translation>样本被切成这么多份；每一份轮流留作验证，其余用于训练。</translation>
    </message>
    <message>
        <source>The book</source>
        <translation>书中的例子</translation>
    </message>
    <message>
        <source>One Dense unit finds the true w and b behind 1,000 noisy samples.</source>
        <translation>一个 Dense 单元从 1,000 个带噪声的样本中找出真实的 w 和 b。</translation>
    </message>
    <message>
        <source>One Dense unit finds the true w and b behind 1,000 noisy samples.
Watch: on a logarithmic axis the loss of the batches falls along a straight line, and then stands still at about 0.00005: half the variance of the noise, and no model can do better. The weights end near 2 and −3.4, the bias near 4.2.
The book's result: loss over all samples 0.0352, 0.000127, 0.000049 after epochs 1, 2, 3; w = (1.9999, −3.3995), b = 4.1993. The loss shown here is the mean over the batches of an epoch while they are learned, so it is higher at first.</source>
        <translation>一个 Dense 单元从 1,000 个带噪声的样本中找出真实的 w 和 b。
看点：在对数轴上，批量损失沿直线下降，然后停在约 0.00005：这是噪声方差的一半，没有模型能做得更好。权重最终接近 2 和 −3.4，偏差接近 4.2。
书中的结果：第 1、2、3 个迭代周期之后，全部样本上的损失为 0.0352、0.000127、0.000049；w = (1.9999, −3.3995)，b = 4.1993。这里显示的损失是一个迭代周期中各批量在学习过程中的均值，因此开始时偏高。</translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation>softmax 回归</translation>
    </message>
    <message>
        <source>The simplest classifier: one Dense layer from the pixels to the ten classes of Fashion-MNIST.</source>
        <translation>最简单的分类器：一个 Dense 层，从像素直接到 Fashion-MNIST 的十个类别。</translation>
    </message>
    <message>
        <source>The simplest classifier: one Dense layer from the pixels to the ten classes of Fashion-MNIST.
Watch: most is learned in the first epoch, and training and validation accuracy stay close together, because a linear model is too simple to learn the images by heart. Look at the wrong answers: mostly shirts, pullovers and coats.
The book's result: loss 0.789 and test accuracy 0.807 after epoch 1, loss 0.490 and test accuracy 0.843 after epoch 5. Here: 0.826 to 0.829 for four seeds. As in the book, the 10,000 test images are the validation part.</source>
        <translation>最简单的分类器：一个 Dense 层，从像素直接到 Fashion-MNIST 的十个类别。
看点：大部分在第一个迭代周期就学会了，训练准确率和验证准确率始终接近，因为线性模型太简单，背不下这些图像。看看错误的答案：多为衬衫、套衫和外套。
书中的结果：第 1 个迭代周期后损失 0.789、测试准确率 0.807；第 5 个迭代周期后损失 0.490、测试准确率 0.843。本机：四个种子为 0.826 到 0.829。与书中一样，10,000 张测试图像用作验证集。</translation>
    </message>
    <message>
        <source>t-shirt</source>
        <translation>T恤</translation>
    </message>
    <message>
        <source>trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>pullover</source>
        <translation>套衫</translation>
    </message>
    <message>
        <source>dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation>多层感知机</translation>
    </message>
    <message>
        <source>A hidden layer of 256 ReLU units lifts Fashion-MNIST above what any linear model reaches.</source>
        <translation>有 256 个 ReLU 单元的隐藏层使 Fashion-MNIST 的结果超过任何线性模型。</translation>
    </message>
    <message>
        <source>A hidden layer of 256 ReLU units lifts Fashion-MNIST above what any linear model reaches.
Watch: the curve of the batches jumps about, because a learning rate of 0.5 is brave. Compare with softmax regression: the loss ends lower. Set the activation to 'none' and the gain is gone: two linear layers are one.
The book's result: loss 0.804 and test accuracy 0.787 after epoch 1, loss 0.375 and test accuracy 0.876 after epoch 5. Here: 0.851 to 0.862 for four seeds. As in the book, the 10,000 test images are the validation part.</source>
        <translation>有 256 个 ReLU 单元的隐藏层使 Fashion-MNIST 的结果超过任何线性模型。
看点：批量的曲线跳动很大，因为学习率 0.5 很大胆。与 softmax 回归比较：最终损失更低。把激活函数设为“无”，好处就消失了：两个线性层只相当于一个。
书中的结果：第 1 个迭代周期后损失 0.804、测试准确率 0.787；第 5 个迭代周期后损失 0.375、测试准确率 0.876。本机：四个种子为 0.851 到 0.862。与书中一样，10,000 张测试图像用作验证集。</translation>
    </message>
    <message>
        <source>Polynomial: the right degree</source>
        <translation>多项式：合适的次数</translation>
    </message>
    <message>
        <source>A linear unit on x, x² and x³ finds the polynomial of third degree behind 100 noisy samples.</source>
        <translation>以 x、x² 和 x³ 为输入的线性单元，从 100 个带噪声的样本中找出三次多项式。</translation>
    </message>
    <message>
        <source>A linear unit on x, x² and x³ finds the polynomial of third degree behind 100 noisy samples.
Watch: on a logarithmic axis both curves fall together to about 0.005, half the variance of the noise, and stay together: the model is neither too simple nor too rich. The weights end near 1.2, −3.4 and 5.6, the bias near 5. Change the degree to 1 or the training size to 2 and press Train again: the watched samples stay the same.
The book's result: training loss 0.0069, test loss 0.0063; w = (1.18, −3.39, 5.60), b = 4.99. The samples that are watched here are the book's test part. Here: training loss 0.0051, validation loss 0.0053 to 0.0054 for three seeds. Another data seed may need a smaller learning rate: the cube of a large x is huge.</source>
        <translation>以 x、x² 和 x³ 为输入的线性单元，从 100 个带噪声的样本中找出三次多项式。
看点：在对数轴上，两条曲线一起降到约 0.005，即噪声方差的一半，并保持在一起：模型既不太简单也不太复杂。权重最终接近 1.2、−3.4 和 5.6，偏差接近 5。把次数改为 1，或把训练集大小改为 2，再按“训练”：被观察的样本保持不变。
书中的结果：训练损失 0.0069，测试损失 0.0063；w = (1.18, −3.39, 5.60)，b = 4.99。这里观察的样本就是书中的测试集。本机：三个种子的训练损失为 0.0051，验证损失为 0.0053 到 0.0054。换一个数据种子可能需要更小的学习率：较大的 x 的立方非常大。</translation>
    </message>
    <message>
        <source>Polynomial: degree 1 underfits</source>
        <translation>多项式：1 次，欠拟合</translation>
    </message>
    <message>
        <source>A straight line cannot follow a polynomial of third degree: underfitting.</source>
        <translation>直线跟不上三次多项式：欠拟合。</translation>
    </message>
    <message>
        <source>A straight line cannot follow a polynomial of third degree: underfitting.
Watch: both losses stop falling early and stay far above the noise, however long one trains: the model is too simple. The gap between the curves says little here; it changes with the sample.
The book's result: training loss 159, test loss 103, which varies much with the sample. Here, with the data seed of this preset: training loss 132, validation loss 152 for three seeds.</source>
        <translation>直线跟不上三次多项式：欠拟合。
看点：两个损失都早早停止下降，远高于噪声，训练多久都一样：模型太简单。两条曲线的差距在这里说明不了什么；它随样本而变。
书中的结果：训练损失 159，测试损失 103，随样本变化很大。本机用此预设的数据种子：三个种子的训练损失为 132，验证损失为 152。</translation>
    </message>
    <message>
        <source>Polynomial: two samples overfit</source>
        <translation>多项式：两个样本，过拟合</translation>
    </message>
    <message>
        <source>The right model, but only two samples to learn from: overfitting.</source>
        <translation>模型合适，但只有两个样本可学：过拟合。</translation>
    </message>
    <message>
        <source>The right model, but only two samples to learn from: overfitting.
Watch: the training loss falls and falls, while the validation loss turns and rises: the line goes through the two samples and misses all others. Set the training size to 5, 10, 20 and see the gap shrink.
The book's result: training loss 0.49, test loss 132. Here: training loss 1.2, validation loss 138 to 140 for three seeds. Two samples decide everything: with other data seeds the validation loss is anything from 10 to more than 10,000 times the training loss, and some diverge.</source>
        <translation>模型合适，但只有两个样本可学：过拟合。
看点：训练损失一降再降，验证损失却掉头上升：曲线穿过这两个样本，错过其他所有样本。把训练集大小设为 5、10、20，看差距缩小。
书中的结果：训练损失 0.49，测试损失 132。本机：三个种子的训练损失为 1.2，验证损失为 138 到 140。两个样本决定一切：换其他数据种子，验证损失可以是训练损失的 10 倍到 10,000 多倍，有些还会发散。</translation>
    </message>
    <message>
        <source>Weight decay: off</source>
        <translation>权重衰减：关闭</translation>
    </message>
    <message>
        <source>200 inputs and only 20 samples: without weight decay the network learns them by heart.</source>
        <translation>200 个输入，只有 20 个样本：没有权重衰减，网络就把它们背下来。</translation>
    </message>
    <message>
        <source>200 inputs and only 20 samples: without weight decay the network learns them by heart.
Watch: the training loss falls to nothing, the validation loss stays where it was after the first epochs. The 180 directions of the weights that no sample tells anything about stay as they were drawn: the norm of w remains about √180 = 13.4. Compare with the next preset, where only λ differs.
The book's result: norm of w 13.16, test loss 55. Here: norm 13.4 to 13.7, validation loss 64 to 99 for three seeds. The norm is that of 180 normal numbers: for one seed in five it is above 14.</source>
        <translation>200 个输入，只有 20 个样本：没有权重衰减，网络就把它们背下来。
看点：训练损失降到几乎为零，验证损失在最初几个迭代周期后就不再变化。权重有 180 个方向，没有任何样本涉及，保持抽取时的样子：w 的范数约为 √180 = 13.4。与只有 λ 不同的下一个预设比较。
书中的结果：w 的范数 13.16，测试损失 55。本机：三个种子的范数为 13.4 到 13.7，验证损失为 64 到 99。该范数是 180 个正态数的范数：每五个种子约有一个超过 14。</translation>
    </message>
    <message>
        <source>Weight decay: λ = 3</source>
        <translation>权重衰减：λ = 3</translation>
    </message>
    <message>
        <source>200 inputs, 20 samples and strong weight decay: weights and validation loss shrink together.</source>
        <translation>200 个输入，20 个样本，强的权重衰减：权重和验证损失一起变小。</translation>
    </message>
    <message>
        <source>200 inputs, 20 samples and strong weight decay: weights and validation loss shrink together.
Watch: the validation loss falls with the training loss this time. The weights that nothing holds shrink by the factor 1 − ηλ in every step. Change λ and compare: 0.3 is too weak in 100 epochs. Note that 0.01 is half the variance of y, which a network without any weights would reach too: what weight decay removes here is the random start.
The book's result: norm of w 0.042, test loss 0.011. Here: norm 0.040 to 0.042, validation loss 0.011 to 0.013 for three seeds.</source>
        <translation>200 个输入，20 个样本，强的权重衰减：权重和验证损失一起变小。
看点：这一次验证损失随训练损失一起下降。没有约束的权重每一步都乘以 1 − ηλ。改变 λ 作比较：0.3 在 100 个迭代周期内太弱。注意 0.01 是 y 的方差的一半，完全没有权重的网络也能达到：权重衰减在这里去掉的是随机的起点。
书中的结果：w 的范数 0.042，测试损失 0.011。本机：三个种子的范数为 0.040 到 0.042，验证损失为 0.011 到 0.013。</translation>
    </message>
    <message>
        <source>Multilayer perceptron with dropout</source>
        <translation>使用丢弃法的多层感知机</translation>
    </message>
    <message>
        <source>Two hidden layers with dropout, more of it near the output, on Fashion-MNIST.</source>
        <translation>两个带丢弃法的隐藏层，越靠近输出丢弃越多，数据为 Fashion-MNIST。</translation>
    </message>
    <message>
        <source>Two hidden layers with dropout, more of it near the output, on Fashion-MNIST.
Watch: the accuracy in training is below the one in validation at first, since dropout works only while training. Change the rates while it trains, or set both to 0 and more epochs, and see the two curves part.
The book's result: loss 1.22 and test accuracy 0.768 after epoch 1, loss 0.428 and test accuracy 0.864 after epoch 5. Here: 0.846 to 0.854 for four seeds. As in the book, the 10,000 test images are the validation part.</source>
        <translation>两个带丢弃法的隐藏层，越靠近输出丢弃越多，数据为 Fashion-MNIST。
看点：开始时训练准确率低于验证准确率，因为丢弃法只在训练时起作用。训练时改变丢弃率，或把两者设为 0 并增加迭代周期，看两条曲线分开。
书中的结果：第 1 个迭代周期后损失 1.22、测试准确率 0.768；第 5 个迭代周期后损失 0.428、测试准确率 0.864。本机：四个种子为 0.846 到 0.854。与书中一样，10,000 张测试图像用作验证集。</translation>
    </message>
    <message>
        <source>Digits: a small perceptron</source>
        <translation>手写数字：小型感知机</translation>
    </message>
    <message>
        <source>A small multilayer perceptron on the embedded 8×8 digits: trains in a second, no download.</source>
        <translation>用于内置 8×8 手写数字的小型多层感知机：一秒内训练完，无需下载。</translation>
    </message>
    <message>
        <source>A small multilayer perceptron on the embedded 8×8 digits: trains in a second, no download.
Watch: nearly flat in the first epoch, as all weights start close to 0, then a steep rise. Change the initialiser to Xavier and the slow start is gone. Late in training the validation loss stands still while the training loss goes on falling.
The book has no such example. Here: validation accuracy 0.95 to 0.97 for eight seeds.</source>
        <translation>用于内置 8×8 手写数字的小型多层感知机：一秒内训练完，无需下载。
看点：第一个迭代周期几乎是平的，因为所有权重都从 0 附近开始，然后陡然上升。把初始化方法改为 Xavier，缓慢的开头就消失了。训练后期验证损失停住，而训练损失继续下降。
书中没有这样的例子。本机：八个种子的验证准确率为 0.95 到 0.97。</translation>
    </message>
    <message>
        <source>Digits: Adam</source>
        <translation>手写数字：Adam</translation>
    </message>
    <message>
        <source>The small perceptron on the digits with Adam instead of SGD.</source>
        <translation>手写数字上的小型感知机，用 Adam 代替 SGD。</translation>
    </message>
    <message>
        <source>The small perceptron on the digits with Adam instead of SGD.
Watch: no slow start, though the weights begin as close to 0 as before: Adam divides every step by the size of the gradient, so that small gradients make steps of full size too. In the end both are equally good.
Here: validation accuracy 0.60 to 0.72 after the first epoch for three seeds, 0.95 to 0.96 after the last for five.</source>
        <translation>手写数字上的小型感知机，用 Adam 代替 SGD。
看点：没有缓慢的开头，尽管权重同样从 0 附近开始：Adam 把每一步除以梯度的大小，因此小梯度也能走出整步。最终两者同样好。
本机：三个种子第一个迭代周期后的验证准确率为 0.60 到 0.72，五个种子最后一个迭代周期后为 0.95 到 0.96。</translation>
    </message>
    <message>
        <source>LeNet: two convolutions</source>
        <translation>LeNet：两个卷积层</translation>
    </message>
    <message>
        <source>Two convolutions with pooling, then three Dense layers: LeNet on Fashion-MNIST.</source>
        <translation>两个带池化的卷积层，再加三个 Dense 层：Fashion-MNIST 上的 LeNet。</translation>
    </message>
    <message>
        <source>Two convolutions with pooling, then three Dense layers: LeNet on Fashion-MNIST.
Watch: the shapes beside the layers. Convolutions and pooling turn 1×28×28 pixels into 16 maps of 5×5, and only then does a Dense layer look at all of them. The convolutions hold 2,572 of the 61,706 parameters, since a kernel is the same at every place. Change a kernel or its padding, and see how the shapes follow.
Here: validation accuracy 0.85 after the first epoch and 0.87 after the third for two seeds. The 10,000 test images are the validation part.</source>
        <translation>两个带池化的卷积层，再加三个 Dense 层：Fashion-MNIST 上的 LeNet。
看点：各层旁边的形状。卷积和池化把 1×28×28 个像素变成 16 个 5×5 的图，之后才由 Dense 层查看全部。61,706 个参数中卷积层只占 2,572 个，因为卷积核在每个位置都相同。改变一个卷积核或它的填充，看形状如何跟着变化。
本机：两个种子的验证准确率在第一个迭代周期后为 0.85，第三个之后为 0.87。10,000 张测试图像用作验证集。</translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>Four hidden units draw a closed line around a disc.</source>
        <translation>四个隐藏单元围着圆盘画出一条闭合曲线。</translation>
    </message>
    <message>
        <source>Four hidden units draw a closed line around a disc.
Watch: the accuracy jumps once the fourth line is in its place. Without the hidden layer, but with x₁² and x₂² as inputs, one Dense layer solves it too: good inputs replace hidden layers.
Here: validation loss 0.02 to 0.04, accuracy 0.98 to 1 for three seeds.</source>
        <translation>四个隐藏单元围着圆盘画出一条闭合曲线。
看点：第四条线就位后，准确率猛然上升。不用隐藏层、而以 x₁² 和 x₂² 为输入，一个 Dense 层也能解决：好的输入可以代替隐藏层。
本机：三个种子的验证损失为 0.02 到 0.04，准确率为 0.98 到 1。</translation>
    </message>
    <message>
        <source>Circle: a straight line</source>
        <translation>圆：一条直线</translation>
    </message>
    <message>
        <source>The circle without a hidden layer: a straight line cannot separate what lies inside another.</source>
        <translation>没有隐藏层的“圆”：直线分不开一个在另一个里面的两类。</translation>
    </message>
    <message>
        <source>The circle without a hidden layer: a straight line cannot separate what lies inside another.
Watch: the loss stays at 0.69, which is ln 2: no better than a coin. Tick x₁² and x₂², or add a Dense layer of four units with tanh, and train again.
Here: validation loss 0.69 to 0.70, accuracy below 0.5 for three seeds.</source>
        <translation>没有隐藏层的“圆”：直线分不开一个在另一个里面的两类。
看点：损失停在 0.69，即 ln 2：不比抛硬币好。勾选 x₁² 和 x₂²，或添加一个有四个 tanh 单元的 Dense 层，再训练一次。
本机：三个种子的验证损失为 0.69 到 0.70，准确率低于 0.5。</translation>
    </message>
    <message>
        <source>Opposite corners belong together: eight hidden units are plenty.</source>
        <translation>相对的角属于同一类：八个隐藏单元绰绰有余。</translation>
    </message>
    <message>
        <source>Opposite corners belong together: eight hidden units are plenty.
Watch: most is learned in the first epoch. Then remove the hidden layer: the loss never gets below 0.69. Then tick x₁x₂: it is solved again, by one Dense layer.
Here: validation loss 0.01 to 0.04, accuracy 0.99 to 1 for three seeds.</source>
        <translation>相对的角属于同一类：八个隐藏单元绰绰有余。
看点：大部分在第一个迭代周期就学会了。然后移除隐藏层：损失再也降不到 0.69 以下。再勾选 x₁x₂：一个 Dense 层又能解决了。
本机：三个种子的验证损失为 0.01 到 0.04，准确率为 0.99 到 1。</translation>
    </message>
    <message>
        <source>XOR: all weights zero</source>
        <translation>异或：权重全零</translation>
    </message>
    <message>
        <source>The network that solves XOR, but with all weights zero at the start: it never learns anything.</source>
        <translation>能解决异或的网络，但权重从全零开始：它永远什么也学不到。</translation>
    </message>
    <message>
        <source>The network that solves XOR, but with all weights zero at the start: it never learns anything.
Watch: the loss stays at 0.69. All hidden units are equal and give 0, so no gradient reaches a weight; only the biases of the output move. Choose Xavier as the initialiser: the symmetry is broken, and it is solved in a few epochs.
Here: validation loss 0.69 to 0.70 for three seeds, all weights exactly 0 at the end.</source>
        <translation>能解决异或的网络，但权重从全零开始：它永远什么也学不到。
看点：损失停在 0.69。所有隐藏单元相等且输出 0，因此没有梯度到达权重；只有输出层的偏差在动。选择 Xavier 作为初始化方法：对称性被打破，几个迭代周期就解决了。
本机：三个种子的验证损失为 0.69 到 0.70，最后所有权重仍恰好为 0。</translation>
    </message>
    <message>
        <source>Two clouds, one straight line between them: logistic regression is all that it needs.</source>
        <translation>两团点，中间一条直线：逻辑回归就足够了。</translation>
    </message>
    <message>
        <source>Two clouds, one straight line between them: logistic regression is all that it needs.
Watch: after two epochs nearly nothing is wrong, and the loss goes on falling because the network becomes ever more certain. Raise the noise to 0.5: the clouds overlap, and no network can get more than about 92 % right.
Here: validation loss 0.006, accuracy 1 for three seeds.</source>
        <translation>两团点，中间一条直线：逻辑回归就足够了。
看点：两个迭代周期之后几乎没有错误，而损失继续下降，因为网络越来越有把握。把噪声提高到 0.5：两团重叠，没有网络能答对超过约 92 %。
本机：三个种子的验证损失为 0.006，准确率为 1。</translation>
    </message>
    <message>
        <source>Gauss: overfitting</source>
        <translation>高斯：过拟合</translation>
    </message>
    <message>
        <source>Overlapping clouds, 50 samples and far too large a network: it learns the noise by heart.</source>
        <translation>重叠的两团点，50 个样本，过大的网络：它把噪声背了下来。</translation>
    </message>
    <message>
        <source>Overlapping clouds, 50 samples and far too large a network: it learns the noise by heart.
Watch: the training loss goes to 0 and the validation loss up and up, because the network is certain even where it is wrong. Remove both hidden layers, add dropout or weight decay, or raise the training share, and compare.
Here: training loss below 0.001, validation loss 4 to 6, validation accuracy 0.88 to 0.89 for three seeds. A single Dense layer gets 0.90.</source>
        <translation>重叠的两团点，50 个样本，过大的网络：它把噪声背了下来。
看点：训练损失趋于 0，验证损失不断上升，因为网络即使错了也很有把握。移除两个隐藏层，添加丢弃法或权重衰减，或提高训练集比例，再作比较。
本机：三个种子的训练损失低于 0.001，验证损失为 4 到 6，验证准确率为 0.88 到 0.89。单个 Dense 层能达到 0.90。</translation>
    </message>
    <message>
        <source>Two hidden layers of 16 units unwind the spiral, helped by the sines of both coordinates.</source>
        <translation>两个各有 16 个单元的隐藏层，借助两个坐标的正弦，解开螺旋。</translation>
    </message>
    <message>
        <source>Two hidden layers of 16 units unwind the spiral, helped by the sines of both coordinates.
Watch: nothing much for some epochs, then the loss falls by half every few. Untick the two sines: it takes more, such as three layers of 32 ReLU units.
Here: validation loss 0.003 to 0.009, accuracy 0.99 to 1 for three seeds, and other data seeds end below 0.03 too. The playground calls a test loss below 0.05 solved.</source>
        <translation>两个各有 16 个单元的隐藏层，借助两个坐标的正弦，解开螺旋。
看点：开头几个迭代周期没什么动静，之后损失每隔几个周期减半。取消勾选两个正弦：需要更大的网络，如三层各 32 个 ReLU 单元。
本机：三个种子的验证损失为 0.003 到 0.009，准确率为 0.99 到 1，其他数据种子最终也低于 0.03。playground 认为测试损失低于 0.05 即为解决。</translation>
    </message>
    <message>
        <source>Spiral: sigmoid layers</source>
        <translation>螺旋：sigmoid 层</translation>
    </message>
    <message>
        <source>Four layers with sigmoid on the spiral: the gradient vanishes on its way to the first one.</source>
        <translation>用四个 sigmoid 层处理螺旋：梯度在传到第一层的路上消失。</translation>
    </message>
    <message>
        <source>Four layers with sigmoid on the spiral: the gradient vanishes on its way to the first one.
Watch: the loss stays at 0.69 for 100 epochs. The derivative of sigmoid is at most 0.25, and each layer multiplies by it. Choose tanh instead, in all four layers: it begins to learn.
Here: validation loss 0.69, accuracy 0.5 for three seeds; with tanh 0.39 to 0.51 after as many epochs, and falling.</source>
        <translation>用四个 sigmoid 层处理螺旋：梯度在传到第一层的路上消失。
看点：100 个迭代周期内损失停在 0.69。sigmoid 的导数最大为 0.25，每一层都乘上它。把四层都改为 tanh：它就开始学习。
本机：三个种子的验证损失为 0.69，准确率为 0.5；用 tanh 时同样多的迭代周期后为 0.39 到 0.51，并继续下降。</translation>
    </message>
    <message>
        <source>Three spiral arms</source>
        <translation>三条螺旋臂</translation>
    </message>
    <message>
        <source>Three classes at once: softmax with one output for each arm.</source>
        <translation>同时区分三个类别：softmax，每条臂一个输出。</translation>
    </message>
    <message>
        <source>Three classes at once: softmax with one output for each arm.
Watch: three curves of the same kind as with two classes; a network that only guessed would stay at ln 3 = 1.1. Raise the number of arms to 6, or the turns to 1.5, and see how large the network must be.
Here: validation loss 0.01 to 0.03, accuracy 0.99 to 1 for three seeds.</source>
        <translation>同时区分三个类别：softmax，每条臂一个输出。
看点：曲线的样子与两个类别时相同；只靠猜的网络会停在 ln 3 = 1.1。把臂数提高到 6，或把圈数提高到 1.5，看看网络需要多大。
本机：三个种子的验证损失为 0.01 到 0.03，准确率为 0.99 到 1。</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other: eight hidden units bend a line around both.</source>
        <translation>两个互相伸入的半圆：八个隐藏单元使一条线绕过两者。</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other: eight hidden units bend a line around both.
Watch: first a nearly straight line, which gets about 0.9 right, then the bend. Raise the noise from 0.1 to 0.3: the moons overlap, and no network can get everything right.
Here: validation loss 0.002 to 0.018, accuracy 0.996 to 1 for five seeds.</source>
        <translation>两个互相伸入的半圆：八个隐藏单元使一条线绕过两者。
看点：先是一条几乎笔直的线，答对约 0.9，然后弯曲。把噪声从 0.1 提高到 0.3：月牙重叠，没有网络能全部答对。
本机：五个种子的验证损失为 0.002 到 0.018，准确率为 0.996 到 1。</translation>
    </message>
    <message>
        <source>Moons: a straight line</source>
        <translation>月牙：一条直线</translation>
    </message>
    <message>
        <source>The moons without a hidden layer: the best straight line is wrong for one point in nine.</source>
        <translation>没有隐藏层的月牙：最好的直线也会答错九分之一的点。</translation>
    </message>
    <message>
        <source>The moons without a hidden layer: the best straight line is wrong for one point in nine.
Watch: the loss stands still early, and more epochs do not help: the model is too simple. Add a Dense layer of eight units with tanh in front.
Here: validation loss 0.25 to 0.26, accuracy 0.87 to 0.90 for five seeds.</source>
        <translation>没有隐藏层的月牙：最好的直线也会答错九分之一的点。
看点：损失早早停住，更多的迭代周期也无济于事：模型太简单。在前面添加一个有八个 tanh 单元的 Dense 层。
本机：五个种子的验证损失为 0.25 到 0.26，准确率为 0.87 到 0.90。</translation>
    </message>
    <message>
        <source>Four blobs</source>
        <translation>四团点</translation>
    </message>
    <message>
        <source>Four clouds, four classes: softmax regression, one output for each class.</source>
        <translation>四团点，四个类别：softmax 回归，每个类别一个输出。</translation>
    </message>
    <message>
        <source>Four clouds, four classes: softmax regression, one output for each class.
Watch: straight borders between all four, found in the first epoch. Raise the number of classes to 8, or the noise until the clouds overlap.
Here: validation loss 0.008 to 0.009, accuracy 1 for five seeds.</source>
        <translation>四团点，四个类别：softmax 回归，每个类别一个输出。
看点：第一个迭代周期就找到四者之间的直线边界。把类别数提高到 8，或提高噪声直到各团重叠。
本机：五个种子的验证损失为 0.008 到 0.009，准确率为 1。</translation>
    </message>
    <message>
        <source>One linear unit finds the plane y = (x₁ + x₂) / 10 within a few epochs.</source>
        <translation>一个线性单元在几个迭代周期内找到平面 y = (x₁ + x₂) / 10。</translation>
    </message>
    <message>
        <source>One linear unit finds the plane y = (x₁ + x₂) / 10 within a few epochs.
Watch: on a logarithmic axis the loss falls along a straight line until float32 knows no smaller difference. Raise the noise: the loss stands still at what no model can know.
Here: validation loss below 1e-15 for three seeds.</source>
        <translation>一个线性单元在几个迭代周期内找到平面 y = (x₁ + x₂) / 10。
看点：在对数轴上，损失沿直线下降，直到 float32 分不出更小的差别。提高噪声：损失停在任何模型都无从得知的水平。
本机：三个种子的验证损失低于 1e-15。</translation>
    </message>
    <message>
        <source>Plane: steps too large</source>
        <translation>平面：步长太大</translation>
    </message>
    <message>
        <source>The plane with ten times the learning rate: every step jumps over the goal and lands farther away.</source>
        <translation>学习率为十倍的“平面”：每一步都跳过目标，落得更远。</translation>
    </message>
    <message>
        <source>The plane with ten times the learning rate: every step jumps over the goal and lands farther away.
Watch: the loss grows from step to step until the run ends by itself. The inputs have a variance of 12, and gradient descent on the squared error diverges where the learning rate times that is above 2: somewhere above 0.17. Try 0.1, 0.15 and 0.2.
Here: three seeds of three diverge within 20 steps.</source>
        <translation>学习率为十倍的“平面”：每一步都跳过目标，落得更远。
看点：损失一步比一步大，直到运行自行结束。输入的方差为 12，当学习率乘以它超过 2 时，平方误差上的梯度下降就会发散：大约在 0.17 以上。试试 0.1、0.15 和 0.2。
本机：三个种子全都在 20 步之内发散。</translation>
    </message>
    <message>
        <source>Two hidden layers of 32 units form three hills and three valleys.</source>
        <translation>两个各有 32 个单元的隐藏层形成三座山和三个谷。</translation>
    </message>
    <message>
        <source>Two hidden layers of 32 units form three hills and three valleys.
Watch: a quick fall to the level of a flat plane, 0.04, then one hill after the other appears. Fewer units leave some of them out: try 4.
Here: validation loss 0.002 to 0.003 for three seeds, a fifteenth of what a flat plane leaves.</source>
        <translation>两个各有 32 个单元的隐藏层形成三座山和三个谷。
看点：损失很快降到平面的水平 0.04，然后山一座接一座地出现。单元更少时会漏掉一些：试试 4 个。
本机：三个种子的验证损失为 0.002 到 0.003，是平面所剩损失的十五分之一。</translation>
    </message>
    <message>
        <source>Multi-Gauss: no hidden layer</source>
        <translation>多峰高斯：没有隐藏层</translation>
    </message>
    <message>
        <source>Hills and valleys without a hidden layer: the best plane through them is flat.</source>
        <translation>没有隐藏层的山和谷：穿过它们的最佳平面是平的。</translation>
    </message>
    <message>
        <source>Hills and valleys without a hidden layer: the best plane through them is flat.
Watch: the loss stands still at 0.04 from the first epoch, half the variance of the targets: the network answers 0 everywhere. Add a Dense layer with an activation in front, and it finds the hills.
Here: validation loss 0.041 to 0.042 for three seeds.</source>
        <translation>没有隐藏层的山和谷：穿过它们的最佳平面是平的。
看点：损失从第一个迭代周期起就停在 0.04，即目标方差的一半：网络处处回答 0。在前面添加一个带激活函数的 Dense 层，它就能找到这些山。
本机：三个种子的验证损失为 0.041 到 0.042。</translation>
    </message>
    <message>
        <source>150 irises, four measures, three species: softmax regression on a table.</source>
        <translation>150 朵鸢尾花，四项测量值，三个品种：表格上的 softmax 回归。</translation>
    </message>
    <message>
        <source>150 irises, four measures, three species: softmax regression on a table.
Watch: most is right after ten epochs, then the border between versicolor and virginica is moved about. With 30 flowers to validate on, each is 3 %: change the data seed and see.
Here: validation loss 0.11 to 0.12, accuracy 1 for five seeds; the training loss is higher, 0.18 to 0.19, since the hard flowers are there.</source>
        <translation>150 朵鸢尾花，四项测量值，三个品种：表格上的 softmax 回归。
看点：十个迭代周期之后大部分都对了，之后 versicolor 与 virginica 之间的边界来回移动。验证的花只有 30 朵，每朵占 3 %：改变数据种子看看。
本机：五个种子的验证损失为 0.11 到 0.12，准确率为 1；训练损失更高，为 0.18 到 0.19，因为难的花在那里。</translation>
    </message>
    <message>
        <source>setosa</source>
        <translation>setosa</translation>
    </message>
    <message>
        <source>versicolor</source>
        <translation>versicolor</translation>
    </message>
    <message>
        <source>virginica</source>
        <translation>virginica</translation>
    </message>
    <message>
        <source>178 wines, thirteen measures on a common scale: a linear model tells the three cultivars apart.</source>
        <translation>178 种葡萄酒，十三项指标缩放到同一尺度：线性模型就能区分三个品种。</translation>
    </message>
    <message>
        <source>178 wines, thirteen measures on a common scale: a linear model tells the three cultivars apart.
Watch: after a few epochs nearly nothing is wrong. The next preset is the same without scaling.
Here: validation loss 0.08 to 0.11, accuracy 0.97 to 1 for five seeds.</source>
        <translation>178 种葡萄酒，十三项指标缩放到同一尺度：线性模型就能区分三个品种。
看点：几个迭代周期之后几乎没有错误。下一个预设与此相同，但不缩放。
本机：五个种子的验证损失为 0.08 到 0.11，准确率为 0.97 到 1。</translation>
    </message>
    <message>
        <source>cultivar 1</source>
        <translation>品种 1</translation>
    </message>
    <message>
        <source>cultivar 2</source>
        <translation>品种 2</translation>
    </message>
    <message>
        <source>cultivar 3</source>
        <translation>品种 3</translation>
    </message>
    <message>
        <source>Wine: inputs not scaled</source>
        <translation>葡萄酒：输入不缩放</translation>
    </message>
    <message>
        <source>The same wines with the measures as they are, from 0.1 to 1,680: the largest drowns all others.</source>
        <translation>同样的葡萄酒，指标保持原样，从 0.1 到 1,680：最大的指标淹没了其他所有指标。</translation>
    </message>
    <message>
        <source>The same wines with the measures as they are, from 0.1 to 1,680: the largest drowns all others.
Watch: the loss jumps about in thousands. Steps that suit the small measures are far too large for proline. Standardise the inputs again, and it is solved.
Here: validation loss 3,900 to 8,300, accuracy 0.28 to 0.72 for five seeds.</source>
        <translation>同样的葡萄酒，指标保持原样，从 0.1 到 1,680：最大的指标淹没了其他所有指标。
看点：损失在几千之间跳动。适合小指标的步长对脯氨酸（proline）来说太大。重新标准化输入，问题就解决了。
本机：五个种子的验证损失为 3,900 到 8,300，准确率为 0.28 到 0.72。</translation>
    </message>
    <message>
        <source>569 tumours, thirty measures: malignant or benign, by a small network.</source>
        <translation>569 个肿瘤，三十项测量值：用小网络区分恶性或良性。</translation>
    </message>
    <message>
        <source>569 tumours, thirty measures: malignant or benign, by a small network.
Watch: a good solution after an epoch or two; later the validation loss turns and rises, while the training loss falls on. Remove the hidden layer and compare.
Here: validation loss 0.07 to 0.13, accuracy 0.96 to 0.97 for five seeds.</source>
        <translation>569 个肿瘤，三十项测量值：用小网络区分恶性或良性。
看点：一两个迭代周期之后就有好的解；后来验证损失掉头上升，而训练损失继续下降。移除隐藏层作比较。
本机：五个种子的验证损失为 0.07 到 0.13，准确率为 0.96 到 0.97。</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>恶性</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>良性</translation>
    </message>
    <message>
        <source>Linear regression on a table: how far 442 patients' diabetes will have gone after a year.</source>
        <translation>表格上的线性回归：442 名患者的糖尿病一年后会发展到什么程度。</translation>
    </message>
    <message>
        <source>Linear regression on a table: how far 442 patients' diabetes will have gone after a year.
Watch: the loss stands still at about half of the 0.5 that the mean as the only answer would give: more is not known from these measures. Add a hidden layer and compare.
Here: validation loss 0.26 to 0.28 for five seeds.</source>
        <translation>表格上的线性回归：442 名患者的糖尿病一年后会发展到什么程度。
看点：损失停在只回答均值时的 0.5 的约一半：这些测量值只能告诉我们这么多。添加一个隐藏层作比较。
本机：五个种子的验证损失为 0.26 到 0.28。</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Digits: overfitting</source>
        <translation>手写数字：过拟合</translation>
    </message>
    <message>
        <source>A large network and only 180 digits to learn from: it knows them by heart, and the others less well.</source>
        <translation>大网络，只有 180 个数字可学：它把它们背了下来，对其他数字就差一些。</translation>
    </message>
    <message>
        <source>A large network and only 180 digits to learn from: it knows them by heart, and the others less well.
Watch: the training loss goes to nothing, while the validation loss turns after some 25 to 45 epochs. The next preset is the same with dropout.
Here: training loss 0.003, validation loss 0.24 to 0.28, validation accuracy 0.92 to 0.93 for five seeds.</source>
        <translation>大网络，只有 180 个数字可学：它把它们背了下来，对其他数字就差一些。
看点：训练损失趋于零，验证损失在大约 25 到 45 个迭代周期后掉头。下一个预设与此相同，但使用丢弃法。
本机：五个种子的训练损失为 0.003，验证损失为 0.24 到 0.28，验证准确率为 0.92 到 0.93。</translation>
    </message>
    <message>
        <source>Digits: dropout</source>
        <translation>手写数字：丢弃法</translation>
    </message>
    <message>
        <source>The same network and the same 180 digits, with dropout after each hidden layer.</source>
        <translation>同样的网络和同样的 180 个数字，每个隐藏层之后使用丢弃法。</translation>
    </message>
    <message>
        <source>The same network and the same 180 digits, with dropout after each hidden layer.
Watch: the training loss stays above that of the preset before, since dropout makes training harder, and the validation loss ends a little lower. Change the rates while it trains.
Here: training loss 0.06 to 0.08, validation loss 0.22 to 0.25, validation accuracy 0.92 to 0.93 for five seeds.</source>
        <translation>同样的网络和同样的 180 个数字，每个隐藏层之后使用丢弃法。
看点：训练损失始终高于前一个预设，因为丢弃法使训练更难，而验证损失最终略低。训练时改变丢弃率试试。
本机：五个种子的训练损失为 0.06 到 0.08，验证损失为 0.22 到 0.25，验证准确率为 0.92 到 0.93。</translation>
    </message>
    <message>
        <source>Gauss: early stopping</source>
        <translation>高斯：提前停止</translation>
    </message>
    <message>
        <source>The network that overfits on the overlapping clouds, stopped as soon as it gets no better.</source>
        <translation>在重叠的两团点上过拟合的网络，一旦不再变好就停止。</translation>
    </message>
    <message>
        <source>The network that overfits on the overlapping clouds, stopped as soon as it gets no better.
Watch: the run ends by itself, when the validation loss has not improved for ten of its 100 epochs, and the parameters of the best epoch are taken back. Only the patience differs from the preset 'Gauss: overfitting'.
Here: stopped after 11 epochs, validation loss 0.23 instead of 4 to 6, accuracy 0.90 to 0.91 for three seeds.</source>
        <translation>在重叠的两团点上过拟合的网络，一旦不再变好就停止。
看点：当验证损失连续十个迭代周期（共 100 个）没有改善时，运行自行结束，并恢复最佳迭代周期的参数。与预设“高斯：过拟合”只有耐心值不同。
本机：11 个迭代周期后停止，三个种子的验证损失为 0.23 而不是 4 到 6，准确率为 0.90 到 0.91。</translation>
    </message>
    <message>
        <source>Gauss: L2 penalty</source>
        <translation>高斯：L2 惩罚</translation>
    </message>
    <message>
        <source>The overfitting network on the overlapping clouds, with a penalty on large weights in the loss.</source>
        <translation>在重叠的两团点上过拟合的网络，损失中加入对大权重的惩罚。</translation>
    </message>
    <message>
        <source>The overfitting network on the overlapping clouds, with a penalty on large weights in the loss.
Watch: the validation loss stays where it was, and the training loss does not go to 0: large weights, which make the network so certain, cost too much. Only λ differs from the preset 'Gauss: overfitting'.
Here: training loss 0.10, validation loss 0.26 to 0.27 instead of 4 to 6, accuracy 0.90 for three seeds.</source>
        <translation>在重叠的两团点上过拟合的网络，损失中加入对大权重的惩罚。
看点：验证损失不再上升，训练损失也不会趋于 0：使网络如此有把握的大权重代价太高。与预设“高斯：过拟合”只有 λ 不同。
本机：三个种子的训练损失为 0.10，验证损失为 0.26 到 0.27 而不是 4 到 6，准确率为 0.90。</translation>
    </message>
    <message>
        <source>Weight decay on biases</source>
        <translation>偏差上的权重衰减</translation>
    </message>
    <message>
        <source>Linear regression with weight decay on the bias too, as Gluon's Trainer has it when left alone.</source>
        <translation>偏差也做权重衰减的线性回归，与 Gluon 的 Trainer 的默认做法相同。</translation>
    </message>
    <message>
        <source>Linear regression with weight decay on the bias too, as Gluon's Trainer has it when left alone.
Watch: all three parameters end at 1/(1 + λ) of what they should be: near 1.82, −3.09 and 3.82 instead of 2, −3.4 and 4.2. Let the decay apply to weights only, as the book does, and the bias is right again.
Here: w = (1.80 to 1.81, −3.08 to −3.10), b = 3.80 to 3.82 for three seeds.</source>
        <translation>偏差也做权重衰减的线性回归，与 Gluon 的 Trainer 的默认做法相同。
看点：三个参数最终都是应有值的 1/(1 + λ)：接近 1.82、−3.09 和 3.82，而不是 2、−3.4 和 4.2。像书中那样让衰减只作用于权重，偏差就又对了。
本机：三个种子的 w = (1.80 到 1.81, −3.08 到 −3.10)，b = 3.80 到 3.82。</translation>
    </message>
    <message>
        <source>Deep networks</source>
        <translation>深层网络</translation>
    </message>
    <message>
        <source>50 ReLU layers: vanishing gradient</source>
        <translation>50 个 ReLU 层：梯度消失</translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and small weights: the gradient vanishes on its way back.</source>
        <translation>50 个 ReLU 隐藏层，权重很小：梯度在传回的路上消失。</translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and small weights: the gradient vanishes on its way back.
Watch: the loss stands still at ln 10 = 2.30 from the first batch on. Every layer makes signal and gradient about 0.7 times as large, 50 of them a hundred million times smaller: only the biases of the last layer move. Set σ to 0.14, which keeps both their size, and it begins to learn.
The book's result for such a network is the mean gradient: 1.5e-9. Here: validation loss 2.30, accuracy 0.08 for five seeds.</source>
        <translation>50 个 ReLU 隐藏层，权重很小：梯度在传回的路上消失。
看点：从第一个批量起损失就停在 ln 10 = 2.30。每一层使信号和梯度约为原来的 0.7 倍，50 层就小了一亿倍：只有最后一层的偏差在动。把 σ 设为 0.14，两者的大小都保持不变，它就开始学习。
书中这种网络的结果是平均梯度：1.5e-9。本机：五个种子的验证损失为 2.30，准确率为 0.08。</translation>
    </message>
    <message>
        <source>50 ReLU layers: exploding gradient</source>
        <translation>50 个 ReLU 层：梯度爆炸</translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and large weights: the very first loss is not a number any more.</source>
        <translation>50 个 ReLU 隐藏层，权重很大：第一个损失就已不是数。</translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and large weights: the very first loss is not a number any more.
Watch: the run ends with its first batch. Every layer makes the signal about 5.7 times as large, and after 50 of them it exceeds what float32 can hold. Set σ to 0.14, and it begins to learn.
The book's result for such a network is the mean gradient: nan. Here: five seeds of five diverge in the first step.</source>
        <translation>50 个 ReLU 隐藏层，权重很大：第一个损失就已不是数。
看点：运行在第一个批量就结束了。每一层使信号约为原来的 5.7 倍，50 层之后就超出了 float32 所能表示的范围。把 σ 设为 0.14，它就开始学习。
书中这种网络的结果是平均梯度：nan。本机：五个种子全都在第一步发散。</translation>
    </message>
    <message>
        <source>50 sigmoid layers</source>
        <translation>50 个 sigmoid 层</translation>
    </message>
    <message>
        <source>50 hidden layers with sigmoid and Xavier's initialiser: the gradient vanishes all the same.</source>
        <translation>50 个 sigmoid 隐藏层，用 Xavier 初始化：梯度照样消失。</translation>
    </message>
    <message>
        <source>50 hidden layers with sigmoid and Xavier's initialiser: the gradient vanishes all the same.
Watch: the loss stays near ln 10 = 2.30. The derivative of sigmoid is at most 0.25, and 50 such factors leave nothing for the first layers. The next preset has tanh instead, which has the derivative 1 in the middle.
The book's result for sigmoid layers is the mean gradient: 3e-33 to 6e-5, by the scale of the weights. Here: validation loss 2.31, accuracy 0.08 for five seeds.</source>
        <translation>50 个 sigmoid 隐藏层，用 Xavier 初始化：梯度照样消失。
看点：损失停在 ln 10 = 2.30 附近。sigmoid 的导数最大为 0.25，50 个这样的因子使前面的层什么也得不到。下一个预设改用 tanh，它在中间的导数为 1。
书中 sigmoid 层的结果是平均梯度：随权重尺度为 3e-33 到 6e-5。本机：五个种子的验证损失为 2.31，准确率为 0.08。</translation>
    </message>
    <message>
        <source>50 tanh layers with Xavier</source>
        <translation>50 个 tanh 层，Xavier</translation>
    </message>
    <message>
        <source>50 hidden layers with tanh and Xavier's initialiser: as deep as that, and it learns.</source>
        <translation>50 个 tanh 隐藏层，用 Xavier 初始化：同样深，却能学习。</translation>
    </message>
    <message>
        <source>50 hidden layers with tanh and Xavier's initialiser: as deep as that, and it learns.
Watch: it learns from the first epoch on, though restlessly. Xavier scales the weights so that signals keep their size from layer to layer. Choose Normal with σ = 0.01 as the initialiser, and nothing happens any more.
Here: validation accuracy 0.86 to 0.92 for five seeds. A single hidden layer gets 0.96: depth alone is no gain.</source>
        <translation>50 个 tanh 隐藏层，用 Xavier 初始化：同样深，却能学习。
看点：它从第一个迭代周期起就在学习，尽管起伏不定。Xavier 缩放权重，使信号逐层保持大小。选择 σ = 0.01 的正态初始化，就又什么都不发生了。
本机：五个种子的验证准确率为 0.86 到 0.92。单个隐藏层能达到 0.96：仅仅加深并没有好处。</translation>
    </message>
    <message>
        <source>Ten sigmoid layers</source>
        <translation>十个 sigmoid 层</translation>
    </message>
    <message>
        <source>Ten hidden layers with sigmoid and Xavier's initialiser: already too deep to learn.</source>
        <translation>十个 sigmoid 隐藏层，用 Xavier 初始化：已经深得学不动了。</translation>
    </message>
    <message>
        <source>Ten hidden layers with sigmoid and Xavier's initialiser: already too deep to learn.
Watch: the loss wavers around ln 10 = 2.30. Ten derivatives of at most 0.25 make the gradient of the first layer a million times smaller than that of the last. The next preset is the same with BatchNorm.
Here: validation loss 2.32 to 2.33, accuracy 0.08 to 0.10 for four seeds.</source>
        <translation>十个 sigmoid 隐藏层，用 Xavier 初始化：已经深得学不动了。
看点：损失在 ln 10 = 2.30 附近摇摆。十个最大为 0.25 的导数使第一层的梯度比最后一层小一百万倍。下一个预设与此相同，但加上 BatchNorm。
本机：四个种子的验证损失为 2.32 到 2.33，准确率为 0.08 到 0.10。</translation>
    </message>
    <message>
        <source>Ten sigmoid layers with BatchNorm</source>
        <translation>十个 sigmoid 层，加 BatchNorm</translation>
    </message>
    <message>
        <source>The same ten layers with BatchNorm in front of each sigmoid: now it learns, and fast.</source>
        <translation>同样的十层，每个 sigmoid 之前加上 BatchNorm：现在能学习了，而且很快。</translation>
    </message>
    <message>
        <source>The same ten layers with BatchNorm in front of each sigmoid: now it learns, and fast.
Watch: most is right after the first epoch. BatchNorm brings every unit to mean 0 and deviation 1 over the minibatch, where sigmoid is steepest, so that signals and gradients keep their size. Remove one BatchNorm after the other and see how many it takes.
Here: validation accuracy 0.70 to 0.81 after the first epoch, 0.95 to 0.97 after the tenth for four seeds.</source>
        <translation>同样的十层，每个 sigmoid 之前加上 BatchNorm：现在能学习了，而且很快。
看点：第一个迭代周期之后大部分都对了。BatchNorm 在小批量上使每个单元的均值为 0、标准差为 1，sigmoid 在那里最陡，因此信号和梯度都保持大小。逐个移除 BatchNorm，看看需要多少个。
本机：四个种子第一个迭代周期后的验证准确率为 0.70 到 0.81，第十个之后为 0.95 到 0.97。</translation>
    </message>
    <message>
        <source>Building with Gluon</source>
        <translation>用 Gluon 搭建</translation>
    </message>
    <message>
        <source>Two layers, one weight</source>
        <translation>两层，一个权重</translation>
    </message>
    <message>
        <source>Two Dense layers share their only weight: w·w = 4 has to be found, and w is 2 or −2.</source>
        <translation>两个 Dense 层共享唯一的权重：要找的是 w·w = 4，所以 w 是 2 或 −2。</translation>
    </message>
    <message>
        <source>Two Dense layers share their only weight: w·w = 4 has to be found, and w is 2 or −2.
Watch: the tab Network shows the same number in both links; change one, and the other changes with it. Then set the true w to −4: no w·w is negative, and the loss stays at about 8.
Here: training loss 0.00005 after five epochs, the norm of the weights 2.00, for five seeds.</source>
        <translation>两个 Dense 层共享唯一的权重：要找的是 w·w = 4，所以 w 是 2 或 −2。
观察：“网络”页里两条连线上是同一个数；改一个，另一个也跟着变。再把真实的 w 设为 −4：没有哪个 w·w 是负数，损失停在 8 左右。
此处：五个种子下，五个迭代周期后训练损失 0.00005，权重的范数 2.00。</translation>
    </message>
    <message>
        <source>XOR: layers of one's own</source>
        <translation>异或：自定义层</translation>
    </message>
    <message>
        <source>XOR by MyDense, a Dense written by hand, and CenteredLayer, which subtracts each sample's mean.</source>
        <translation>用 MyDense（手写的 Dense）和 CenteredLayer（减去每个样本的均值）解决异或。</translation>
    </message>
    <message>
        <source>XOR by MyDense, a Dense written by hand, and CenteredLayer, which subtracts each sample's mean.
Watch: the card of MyDense has parameters, that of CenteredLayer has none. The tab Code shows both classes as they were written. Remove CenteredLayer: XOR is solved as well.
Here: validation loss 0.01 to 0.05, accuracy 0.99 to 1 for five seeds.</source>
        <translation>用 MyDense（手写的 Dense）和 CenteredLayer（减去每个样本的均值）解决异或。
观察：MyDense 的卡片有参数，CenteredLayer 的没有。“代码”页显示这两个类是怎样写的。去掉 CenteredLayer：异或同样能解决。
此处：五个种子下，验证损失 0.01 到 0.05，准确率 0.99 到 1。</translation>
    </message>
    <message>
        <source>Under- and overfitting map</source>
        <translation>欠拟合与过拟合图</translation>
    </message>
    <message>
        <source>Polynomials of degree 1 to 10 on 2 to 100 samples of one of degree 3: too little, just right, too much.</source>
        <translation>用 1 到 10 次多项式拟合 2 到 100 个来自三次多项式的样本：不足、恰好、过度。</translation>
    </message>
    <message>
        <source>Learning rate and batch size</source>
        <translation>学习率与批量大小</translation>
    </message>
    <message>
        <source>How large a step, and over how many samples? Both belong together.</source>
        <translation>每步多大，用多少样本？两者互相关联。</translation>
    </message>
    <message>
        <source>200 inputs, 20 samples: how much weight decay does it take?</source>
        <translation>200 个输入，20 个样本：需要多强的权重衰减？</translation>
    </message>
    <message>
        <source>Dropout rate</source>
        <translation>丢弃率</translation>
    </message>
    <message>
        <source>A wide network on 180 images: dropout takes some of the knowing by heart away.</source>
        <translation>用宽网络学 180 张图像：丢弃法减轻一部分死记硬背。</translation>
    </message>
    <message>
        <source>Dropout rates of two layers</source>
        <translation>两层的丢弃率</translation>
    </message>
    <message>
        <source>Two rates at once, behind the first and the second hidden layer of a wide network on 180 images.</source>
        <translation>同时扫描两个丢弃率：用宽网络学 180 张图像，分别位于第一和第二个隐藏层之后。</translation>
    </message>
    <message>
        <source>Initialisers and depth</source>
        <translation>初始化方法与深度</translation>
    </message>
    <message>
        <source>The same narrow network with 1 to 16 hidden layers, from five kinds of first weights.</source>
        <translation>同样窄的网络，1 到 16 个隐藏层，五种初始权重。</translation>
    </message>
    <message>
        <source>1,000 samples of y = 2x₁ − 3.4x₂ + 4.2 with noise 0.01; batch 10, learning rate 0.03, 3 epochs, Normal(0.01)</source>
        <translation>1,000 个样本，y = 2x₁ − 3.4x₂ + 4.2，噪声 0.01；批量 10，学习率 0.03，3 个迭代周期，Normal(0.01)</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Largest error of w and b</source>
        <translation>w 和 b 的最大误差</translation>
    </message>
    <message>
        <source>One Dense layer on Fashion-MNIST; batch 256, 5 epochs, Normal(0.01), learning rate 0.1</source>
        <translation>Fashion-MNIST 上的一个 Dense 层；批量 256，5 个迭代周期，Normal(0.01)，学习率 0.1</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Dense 256 ReLU, Dense 10 on Fashion-MNIST; batch 256, 5 epochs, Normal(0.01), learning rate 0.5</source>
        <translation>Fashion-MNIST 上的 Dense 256 ReLU、Dense 10；批量 256，5 个迭代周期，Normal(0.01)，学习率 0.5</translation>
    </message>
    <message>
        <source>Dense 256 ReLU, Dropout 0.2, Dense 256 ReLU, Dropout 0.5, Dense 10 on Fashion-MNIST; batch 256, 5 epochs, Normal(0.01), learning rate 0.5</source>
        <translation>Fashion-MNIST 上的 Dense 256 ReLU、Dropout 0.2、Dense 256 ReLU、Dropout 0.5、Dense 10；批量 256，5 个迭代周期，Normal(0.01)，学习率 0.5</translation>
    </message>
    <message>
        <source>100 samples of y = 1.2x − 3.4x² + 5.6x³ + 5 with noise 0.1; batch 10, learning rate 0.01, 100 epochs</source>
        <translation>100 个样本，y = 1.2x − 3.4x² + 5.6x³ + 5，噪声 0.1；批量 10，学习率 0.01，100 个迭代周期</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>The same samples; the network gets x alone</source>
        <translation>同样的样本；网络只得到 x</translation>
    </message>
    <message>
        <source>The same, but two samples to train on</source>
        <translation>同上，但只有两个样本用于训练</translation>
    </message>
    <message>
        <source>Validation loss / training loss</source>
        <translation>验证损失 / 训练损失</translation>
    </message>
    <message>
        <source>Product of 100 matrices</source>
        <translation>100 个矩阵的乘积</translation>
    </message>
    <message>
        <source>4×4 matrices with standard normal entries</source>
        <translation>元素服从标准正态分布的 4×4 矩阵</translation>
    </message>
    <message>
        <source>A product of many matrices is what a gradient is in a deep network. With standard normal entries every factor doubles it, on average, and a hundred of them exceed 10²⁰: gradients explode.</source>
        <translation>深层网络中的梯度就是许多矩阵的乘积。元素服从标准正态分布时，每个因子平均使它翻倍，一百个因子就超过 10²⁰：梯度爆炸。</translation>
    </message>
    <message>
        <source>Largest entry</source>
        <translation>最大的元素</translation>
    </message>
    <message>
        <source>1e20 to 1e24</source>
        <translation>1e20 到 1e24</translation>
    </message>
    <message>
        <source>Product of 100 smaller matrices</source>
        <translation>100 个较小矩阵的乘积</translation>
    </message>
    <message>
        <source>The same with standard deviations 0.5 and 0.7: the entry in the first row and column</source>
        <translation>同上，标准差为 0.5 和 0.7：第一行第一列的元素</translation>
    </message>
    <message>
        <source>The same product vanishes or explodes with the standard deviation alone, and where exactly it ends is a matter of chance: other seeds give values a million times as large or as small.</source>
        <translation>同样的乘积，仅凭标准差就会消失或爆炸；究竟停在哪里全凭运气：其他种子的值可能大一百万倍或小一百万倍。</translation>
    </message>
    <message>
        <source>First entry, σ = 0.5</source>
        <translation>第一个元素，σ = 0.5</translation>
    </message>
    <message>
        <source>First entry, σ = 0.7</source>
        <translation>第一个元素，σ = 0.7</translation>
    </message>
    <message>
        <source>1e6 to 1e9</source>
        <translation>1e6 到 1e9</translation>
    </message>
    <message>
        <source>Mean gradient of 50 layers</source>
        <translation>50 层的平均梯度</translation>
    </message>
    <message>
        <source>50 Dense layers of 100 units with normal weights of scale 0.1, 0.2, 0.4 and 0.8, ReLU or sigmoid, and Xavier</source>
        <translation>50 个各有 100 个单元的 Dense 层，正态权重尺度为 0.1、0.2、0.4 和 0.8，ReLU 或 sigmoid，以及 Xavier</translation>
    </message>
    <message>
        <source>The gradient of the summed outputs for one random sample, at the weights of the first layer: the mean of its absolute values. It is the product of fifty factors. Their size is a matter of the initialiser, and the derivative of sigmoid is at most 0.25 besides. Orders of magnitude are compared: up to a thousand times more or less than the book's number.</source>
        <translation>一个随机样本的输出之和对第一层权重的梯度：其绝对值的均值。它是五十个因子的乘积。因子的大小取决于初始化方法，此外 sigmoid 的导数最大为 0.25。比较的是数量级：最多比书中的数大或小一千倍。</translation>
    </message>
    <message>
        <source>ReLU, scale 0.1</source>
        <translation>ReLU，尺度 0.1</translation>
    </message>
    <message>
        <source>ReLU, scale 0.2</source>
        <translation>ReLU，尺度 0.2</translation>
    </message>
    <message>
        <source>ReLU, scale 0.4</source>
        <translation>ReLU，尺度 0.4</translation>
    </message>
    <message>
        <source>ReLU, scale 0.8</source>
        <translation>ReLU，尺度 0.8</translation>
    </message>
    <message>
        <source>nan</source>
        <translation>nan</translation>
    </message>
    <message>
        <source>sigmoid, scale 0.1</source>
        <translation>sigmoid，尺度 0.1</translation>
    </message>
    <message>
        <source>sigmoid, scale 0.2</source>
        <translation>sigmoid，尺度 0.2</translation>
    </message>
    <message>
        <source>sigmoid, scale 0.4</source>
        <translation>sigmoid，尺度 0.4</translation>
    </message>
    <message>
        <source>sigmoid, scale 0.8</source>
        <translation>sigmoid，尺度 0.8</translation>
    </message>
    <message>
        <source>ReLU, Xavier</source>
        <translation>ReLU，Xavier</translation>
    </message>
    <message>
        <source>200 inputs, 20 samples to train on, 100 to test; batch 1, learning rate 0.003, 100 epochs, λ = 0</source>
        <translation>200 个输入，20 个训练样本，100 个测试样本；批量 1，学习率 0.003，100 个迭代周期，λ = 0</translation>
    </message>
    <message>
        <source>Norm of w</source>
        <translation>w 的范数</translation>
    </message>
    <message>
        <source>The same with λ = 3</source>
        <translation>同上，λ = 3</translation>
    </message>
    <message>
        <source>Automatic differentiation</source>
        <translation>自动求梯度</translation>
    </message>
    <message>
        <source>The gradient of y = 2xᵀx at x = (0, 1, 2, 3)</source>
        <translation>y = 2xᵀx 在 x = (0, 1, 2, 3) 处的梯度</translation>
    </message>
    <message>
        <source>MXNet records what is computed inside autograd.record() and applies the chain rule backwards. By hand the gradient of 2xᵀx is 4x: here it must be exactly that.</source>
        <translation>MXNet 记录 autograd.record() 内的计算，并反向应用链式法则。手算可得 2xᵀx 的梯度为 4x：这里必须与之完全一致。</translation>
    </message>
    <message>
        <source>Adding vectors of 1,000 entries</source>
        <translation>1,000 个元素的向量相加</translation>
    </message>
    <message>
        <source>Entry by entry in a loop, and at once</source>
        <translation>在循环中逐个元素相加，与一次相加</translation>
    </message>
    <message>
        <source>Each addition in the loop is a call of the engine of its own, with all that belongs to it; at once it is one call. That is why code for networks is written with vectors. Seconds depend on the computer, their ratio hardly does.</source>
        <translation>循环中的每次加法都是对引擎的一次单独调用，带有相应的全部开销；一次相加只需一次调用。因此网络的代码用向量来写。秒数因计算机而异，比值则几乎不变。</translation>
    </message>
    <message>
        <source>How many times as fast</source>
        <translation>快多少倍</translation>
    </message>
    <message>
        <source>more than 100</source>
        <translation>超过 100</translation>
    </message>
    <message>
        <source>Seconds entry by entry</source>
        <translation>逐个元素的秒数</translation>
    </message>
    <message>
        <source>0.12 to 0.15</source>
        <translation>0.12 到 0.15</translation>
    </message>
    <message>
        <source>Seconds at once</source>
        <translation>一次相加的秒数</translation>
    </message>
    <message>
        <source>0.00002 to 0.0006</source>
        <translation>0.00002 到 0.0006</translation>
    </message>
    <message>
        <source>Dense 64 ReLU, Dense 10 on the digits; SGD, learning rate 0.5, 30 epochs</source>
        <translation>手写数字上的 Dense 64 ReLU、Dense 10；SGD，学习率 0.5，30 个迭代周期</translation>
    </message>
    <message>
        <source>The same with Adam, learning rate 0.003</source>
        <translation>同上，用 Adam，学习率 0.003</translation>
    </message>
    <message>
        <source>Conv2D 6 and 16 with 5×5 kernels, pooling, Dense 120, 84, 10 on Fashion-MNIST; SGD with momentum, 3 epochs</source>
        <translation>Fashion-MNIST 上的 Conv2D 6 和 16（5×5 卷积核）、池化、Dense 120、84、10；带动量的 SGD，3 个迭代周期</translation>
    </message>
    <message>
        <source>Dense 4 tanh, Dense 2; Adam, learning rate 0.03, 60 epochs</source>
        <translation>Dense 4 tanh、Dense 2；Adam，学习率 0.03，60 个迭代周期</translation>
    </message>
    <message>
        <source>The same without a hidden layer: fails</source>
        <translation>同上，没有隐藏层：失败</translation>
    </message>
    <message>
        <source>Dense 8 ReLU, Dense 2; SGD, learning rate 0.1, 30 epochs</source>
        <translation>Dense 8 ReLU、Dense 2；SGD，学习率 0.1，30 个迭代周期</translation>
    </message>
    <message>
        <source>The same with all weights zero at the start: fails</source>
        <translation>同上，权重从全零开始：失败</translation>
    </message>
    <message>
        <source>Dense 2; SGD, learning rate 0.03, 30 epochs</source>
        <translation>Dense 2；SGD，学习率 0.03，30 个迭代周期</translation>
    </message>
    <message>
        <source>50 noisy samples, two hidden layers of 64: learns them by heart</source>
        <translation>50 个带噪声的样本，两个 64 单元的隐藏层：把它们背下来</translation>
    </message>
    <message>
        <source>Dense 16 tanh, Dense 16 tanh, Dense 2, the sines as inputs too; Adam, learning rate 0.01, 100 epochs</source>
        <translation>Dense 16 tanh、Dense 16 tanh、Dense 2，正弦也作为输入；Adam，学习率 0.01，100 个迭代周期</translation>
    </message>
    <message>
        <source>Four hidden layers of 16 with sigmoid, SGD: fails</source>
        <translation>四个 16 单元的 sigmoid 隐藏层，SGD：失败</translation>
    </message>
    <message>
        <source>Dense 16 tanh, Dense 16 tanh, Dense 3; Adam, learning rate 0.01, 100 epochs</source>
        <translation>Dense 16 tanh、Dense 16 tanh、Dense 3；Adam，学习率 0.01，100 个迭代周期</translation>
    </message>
    <message>
        <source>Dense 8 tanh, Dense 2; Adam, learning rate 0.03, 60 epochs</source>
        <translation>Dense 8 tanh、Dense 2；Adam，学习率 0.03，60 个迭代周期</translation>
    </message>
    <message>
        <source>Dense 4; SGD, learning rate 0.1, 20 epochs</source>
        <translation>Dense 4；SGD，学习率 0.1，20 个迭代周期</translation>
    </message>
    <message>
        <source>Dense 1; SGD, learning rate 0.03, 10 epochs</source>
        <translation>Dense 1；SGD，学习率 0.03，10 个迭代周期</translation>
    </message>
    <message>
        <source>The same with learning rate 0.3: diverges</source>
        <translation>同上，学习率 0.3：发散</translation>
    </message>
    <message>
        <source>Steps until it diverges</source>
        <translation>发散前的步数</translation>
    </message>
    <message>
        <source>Dense 32 GELU, Dense 32 GELU, Dense 1; Adam, learning rate 0.005, 60 epochs</source>
        <translation>Dense 32 GELU、Dense 32 GELU、Dense 1；Adam，学习率 0.005，60 个迭代周期</translation>
    </message>
    <message>
        <source>Dense 1; SGD: fails</source>
        <translation>Dense 1；SGD：失败</translation>
    </message>
    <message>
        <source>Dense 3; SGD, learning rate 0.1, 50 epochs</source>
        <translation>Dense 3；SGD，学习率 0.1，50 个迭代周期</translation>
    </message>
    <message>
        <source>Dense 3; SGD, learning rate 0.1, 20 epochs</source>
        <translation>Dense 3；SGD，学习率 0.1，20 个迭代周期</translation>
    </message>
    <message>
        <source>The same with the measures as they are: fails</source>
        <translation>同上，指标保持原样：失败</translation>
    </message>
    <message>
        <source>Dense 16 ReLU, Dense 2; Adam, learning rate 0.01, 40 epochs</source>
        <translation>Dense 16 ReLU、Dense 2；Adam，学习率 0.01，40 个迭代周期</translation>
    </message>
    <message>
        <source>Dense 1; SGD, learning rate 0.03, 30 epochs</source>
        <translation>Dense 1；SGD，学习率 0.03，30 个迭代周期</translation>
    </message>
    <message>
        <source>180 digits to train on, Dense 256 ReLU twice, Dense 10; Adam, learning rate 0.001, 60 epochs</source>
        <translation>180 个训练数字，两个 Dense 256 ReLU、Dense 10；Adam，学习率 0.001，60 个迭代周期</translation>
    </message>
    <message>
        <source>The same with Dropout 0.5 after each hidden layer</source>
        <translation>同上，每个隐藏层之后加 Dropout 0.5</translation>
    </message>
    <message>
        <source>'Gauss: overfitting' with a patience of 10 epochs</source>
        <translation>“高斯：过拟合”，耐心值 10 个迭代周期</translation>
    </message>
    <message>
        <source>'Gauss: overfitting' with λ = 0.03 in the loss</source>
        <translation>“高斯：过拟合”，损失中 λ = 0.03</translation>
    </message>
    <message>
        <source>Linear regression with λ = 0.1 on weights and biases, 10 epochs</source>
        <translation>线性回归，权重和偏差上 λ = 0.1，10 个迭代周期</translation>
    </message>
    <message>
        <source>50 Dense layers of 100 units on the digits, ReLU, Normal(0.1); SGD, learning rate 0.01: fails</source>
        <translation>手写数字上的 50 个 100 单元 Dense 层，ReLU，Normal(0.1)；SGD，学习率 0.01：失败</translation>
    </message>
    <message>
        <source>The same with Normal(0.8): diverges</source>
        <translation>同上，Normal(0.8)：发散</translation>
    </message>
    <message>
        <source>The same with sigmoid and Xavier: fails</source>
        <translation>同上，sigmoid 和 Xavier：失败</translation>
    </message>
    <message>
        <source>The same with tanh and Xavier, 20 epochs</source>
        <translation>同上，tanh 和 Xavier，20 个迭代周期</translation>
    </message>
    <message>
        <source>10 Dense layers of 100 units on the digits, sigmoid, Xavier; SGD, learning rate 0.1, 10 epochs: fails</source>
        <translation>手写数字上的 10 个 100 单元 Dense 层，sigmoid，Xavier；SGD，学习率 0.1，10 个迭代周期：失败</translation>
    </message>
    <message>
        <source>The same with BatchNorm before each sigmoid</source>
        <translation>同上，每个 sigmoid 之前加 BatchNorm</translation>
    </message>
    <message>
        <source>y = 4x by two Dense 1 that share their weight; SGD, learning rate 0.03, 5 epochs</source>
        <translation>用两个共享权重的 Dense 1 学 y = 4x；SGD，学习率 0.03，5 个迭代周期</translation>
    </message>
    <message>
        <source>MyDense 16, CenteredLayer, Dense 2; SGD, learning rate 0.1, 15 epochs</source>
        <translation>MyDense 16、CenteredLayer、Dense 2；SGD，学习率 0.1，15 个迭代周期</translation>
    </message>
    <message>
        <source>Keeps what is positive. Its derivative is 0 or 1, so it does not shrink the gradient.</source>
        <translation>保留正数。导数为 0 或 1，因此不会缩小梯度。</translation>
    </message>
    <message>
        <source>Squashes to (0, 1). Its derivative is at most 1/4: many layers of it make the gradient vanish.</source>
        <translation>压缩到 (0, 1)。导数最大为 1/4：层数多时梯度消失。</translation>
    </message>
    <message>
        <source>Squashes to (−1, 1), symmetric about 0. Its derivative is 1 at 0 and fades on both sides.</source>
        <translation>压缩到 (−1, 1)，关于 0 对称。导数在 0 处为 1，向两侧衰减。</translation>
    </message>
    <message>
        <source>A smooth ReLU, also called softplus. Its derivative is the sigmoid.</source>
        <translation>平滑的 ReLU，也叫 softplus。它的导数是 sigmoid。</translation>
    </message>
    <message>
        <source>Like tanh, but it approaches ±1 slowly, so its gradient fades less quickly.</source>
        <translation>与 tanh 相似，但趋近 ±1 较慢，因此梯度衰减也较慢。</translation>
    </message>
    <message>
        <source>A ReLU that lets a little of the negative side through, so that no unit dies for good.</source>
        <translation>让负的一侧也通过一点点的 ReLU，因此没有单元会永久失效。</translation>
    </message>
    <message>
        <source>Smooth on the negative side and bounded by −1 there; outputs average nearer to 0 than with ReLU.</source>
        <translation>负的一侧平滑，下界为 −1；输出的均值比 ReLU 更接近 0。</translation>
    </message>
    <message>
        <source>An ELU scaled so that mean 0 and variance 1 reproduce themselves from layer to layer. For x &lt; 0, MXNet 1.9.1 trains with a gradient that is up to 0.09 too small.</source>
        <translation>经过缩放的 ELU，使均值 0 和方差 1 逐层保持。x &lt; 0 时，MXNet 1.9.1 训练用的梯度最多偏小 0.09。</translation>
    </message>
    <message>
        <source>Weighs x by the probability Φ(x) that a standard normal number is smaller. Dips below 0 for small negative x.</source>
        <translation>用标准正态数小于 x 的概率 Φ(x) 给 x 加权。在小的负 x 处略低于 0。</translation>
    </message>
    <message>
        <source>x times its sigmoid: smooth, unbounded above, with a small dip below 0.</source>
        <translation>x 乘以它的 sigmoid：平滑、上方无界，在 0 以下略有下凹。</translation>
    </message>
    <message>
        <source>Share of right answers.</source>
        <translation>答案正确的比例。</translation>
    </message>
    <message>
        <source>Share of samples whose class is among the three most probable ones.</source>
        <translation>类别在概率最大的三个之中的样本的比例。</translation>
    </message>
    <message>
        <source>Mean of minus the log of the probability of the right class.</source>
        <translation>正确类别概率的负对数的均值。</translation>
    </message>
    <message>
        <source>Root of the mean squared error, in the unit of the target.</source>
        <translation>均方误差的平方根，单位与目标相同。</translation>
    </message>
    <message>
        <source>Share of the targets' variance that is explained: 1 is perfect, 0 no better than their mean.</source>
        <translation>目标方差中被解释的比例：1 为完美，0 不比用均值好。</translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the target.</source>
        <translation>平均绝对误差，单位与目标相同。</translation>
    </message>
</context>
</TS>
