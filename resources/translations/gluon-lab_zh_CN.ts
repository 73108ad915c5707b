<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About this experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name and notes; they are saved with the experiment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>slope {slope}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivationsView</name>
    <message>
        <source>Activation functions and their derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the cursor, x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the cursor. In the plot: drag it, click, or press Left and Right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show x from −6 to 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AutogradExplorer</name>
    <message>
        <source>Type y as an expression in x, and x itself. Values go forwards through the graph, gradients back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 2 * dot(x.T, x), sum(exp(x)), relu(x) ** 2; press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, a vector such as [0, 1, 2, 3], or a matrix such as [[1, 2], [3, 4]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic differentiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = {0}    at x = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each node: above, in blue, its value; below, in orange, the gradient of L, the sum of y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check: y or its gradient is not finite at this x, as for log or sqrt of what is not positive, or where numbers grow too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check: (L(x + h) − L(x − h)) / 2h for each entry of x agrees with x.grad. Largest difference: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check: (L(x + h) − L(x − h)) / 2h differs from x.grad by {0}. At a kink, as of relu or abs at 0, there is no single gradient; with very large numbers float32 is too coarse.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxisRow</name>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>running, {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookBadge</name>
    <message>
        <source>here {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>band {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A band is what any seed must reach. The tab Book has all rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookDetail</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make its preset the present experiment, as File &gt; Presets does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookView</name>
    <message>
        <source>Run all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run all rows side by side, in processes of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the rows that are not done; what is done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0} as the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} inside the band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the book</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundaryPlot</name>
    <message>
        <source>What the network says between the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction ŷ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of the likeliest class (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}&lt;br&gt;network: ŷ = {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network: ŷ = {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoundaryView</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the network says all over the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the loss over both weights, and the way that they take through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discretise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only which answer is given, not how sure it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation and test points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the samples that are not trained on, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bowl as a surface that can be turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture appears as soon as the data are loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{data} cannot be drawn in a plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boundary is seen with data that lie in a plane or over an axis: choose one of the classes in the plane, or a regression with one or two inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see what the network says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some answers are no numbers any more: press Reset and lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} boundary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bowl3D</name>
    <message>
        <source>The bowl in 3-D needs the package PyOpenGL: install gluon-lab[3d].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bowl in 3-D needs OpenGL, which cannot be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₁ from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₂ from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss up to {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the way of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BowlPlot</name>
    <message>
        <source>Loss over both weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the way of the weights, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares (closed form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss, with the best bias for each w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;step {step}&lt;/b&gt;, b = {b}&lt;br&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₁ = {w1}, w₂ = {w2}&lt;br&gt;loss {loss} with the best b = {b}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BroadcastPicture</name>
    <message>
        <source>no result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result  {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BroadcastingExplorer</name>
    <message>
        <source>Arrays of different shapes can be added when their sizes, read from the right, are equal or 1. Drag a size, or type shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two or three shapes, such as (4,3)+(3,) or (2,1)*(3,); press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broadcasting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MXNet says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broadcasting {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ByClassView</name>
    <message>
        <source>Worst first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the class that is recognised least on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation part, {when}: {right} of {samples} recognised ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after epoch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see how much of each class is recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run predicts numbers. Its largest errors stand under Worst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the data a validation part, whose samples can be counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No epoch yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes are counted at the end of each epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellCurves</name>
    <message>
        <source>Curves of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellSamples</name>
    <message>
        <source>Close the samples (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples are shown as soon as the network has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} samples, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample is in this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrongly taken for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{true} taken for {predicted}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassBalance</name>
    <message>
        <source>Classes in the training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count} of {total} in the training part ({share} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} classes, {low} each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} classes, {low} to {high} each</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassBar</name>
    <message>
        <source>Place points of class {name} (key {key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassRecall</name>
    <message>
        <source>Recall of every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recall: share of the class that is recognised (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision {share}: so much of what was taken for it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most often taken for {name}: {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the number of samples into the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write into the cells how much of their true class they hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {samples} wrong ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation part, at the end (epoch {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation part, after epoch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see which classes are taken for which others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run predicts numbers. Its largest errors stand under Worst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no validation part whose mistakes could be counted. Give it one in the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing counted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes are counted at the end of each epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision of {name}: {share} of what was taken for it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recall of {name}: {share} of it is recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{true} recognised: {count} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{true} taken for {predicted}: {count} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesTab</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of runs (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Curves of the loss and of the chosen figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the loss on an axis of powers of ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the values of every batch as a thin line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss without penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training, each batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training, each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation, each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more that are not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of another task, not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 norm of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has the parameters of epoch {0} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best validation accuracy: epoch {epoch}, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest validation loss: epoch {epoch}, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest training loss: epoch {epoch}, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}: unit {unit} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}: unit {unit} off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataExport</name>
    <message>
        <source>Writing {file}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataOverview</name>
    <message>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other samples: with another data seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>{count} training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>Preview of the data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSourceBar</name>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download ({size} MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading: {done} of {total} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the samples as points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the numbers of every sample and the network's answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: place a point. Click on a point, or right click: remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the keyboard: the arrow keys move a cursor, with Shift farther; Space places a point, Delete removes it, 1 to 8 choose the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{drawn} of {total} samples drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepthExplorer</name>
    <message>
        <source>Depth and gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these curves in the picture, dashed, under those that follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, Normal 0.1: vanishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, Normal 0.4: explodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid, Normal 0.1: vanishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, Xavier: vanishes slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, He: the way out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh, Xavier: the way out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activation, orthogonal: exactly kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Overflow.&lt;/b&gt; Outputs and gradients have left the range of float32: they are infinite or NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The gradient of the first layer is exactly 0:&lt;/b&gt; it learns nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Vanishing:&lt;/b&gt; gradient {first} in the first layer, {last} in the last. Outputs end at σ = {output}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Exploding:&lt;/b&gt; gradient {first} in the first layer, {last} in the last. Outputs end at σ = {output}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All layers can learn:&lt;/b&gt; gradient {first} in the first layer, {last} in the last. Outputs end at σ = {output}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients through {layers} layers: {settings}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepthPlot</name>
    <message>
        <source>Gradients and outputs of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |gradient|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ of the outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer, from the input (left) to the output (right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vanishing below 10⁻⁷</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exploding above 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Inputs&lt;/b&gt;&lt;br&gt;σ = {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer {layer}&lt;/b&gt;&lt;br&gt;mean |gradient|: {gradient}&lt;br&gt;σ of the outputs: {output}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.gluonlab.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.gluonlab.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.npz *idx*ubyte *idx*ubyte.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the other file: images and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX files (*);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of images for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gluon parameters (*.params);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gluon parameters (*.params)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps (*.gluonlab-sweep.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweeps (*.gluonlab-sweep.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving, they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don't save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawCanvas</name>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys move a pen, Space puts it down or lifts it, Delete clears the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropoutPlot</name>
    <message>
        <source>Masks of the Dropout layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: blank or ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what comes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p, with 95 % of all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean input, 95 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample {0}, unit {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {0} masks: {1} dropped&lt;br&gt;p = {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {0} draws: mean output {1}&lt;br&gt;mean input {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropoutView</name>
    <message>
        <source>Add a Dropout layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the mask of the last step, which drops units and scales the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what happens in prediction: nothing is dropped, nothing scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw many masks: on average as much comes out as goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show which share of all units was dropped since the tab is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sample of the batch is shown; a click on a row of a mask chooses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Dropout layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout switches off other units with every batch, so that none relies on a single other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No masks yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Batch: the mask of every Dropout layer is seen here, sample by sample and unit by unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction after step {step}: nothing is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draw like those of training, whose own masks are seen from the next step on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The masks of step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some numbers are not finite; they are drawn as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} of {1} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} dropout</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyCurves</name>
    <message>
        <source>Press Train to see the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss and accuracy are drawn here while the network learns.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorPlot</name>
    <message>
        <source>Predicted against true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction ŷ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ŷ = y: no error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Sample {number}&lt;/b&gt;&lt;br&gt;y = {y}&lt;br&gt;ŷ = {y_hat}&lt;br&gt;ŷ − y = {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleBox</name>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set everything as in an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExamplesButton</name>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>NDArray and automatic differentiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay and dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation and numerical stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building with Gluon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no explorer “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explorers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Explorer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture or the numbers to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scalable picture (SVG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureBox</name>
    <message>
        <source>Figure in the lower plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lower plot shows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileControl</name>
    <message>
        <source>The experiment could not be kept for the next start: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the parameters to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loaded {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation accuracy {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation loss {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitPlot</name>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowBar</name>
    <message>
        <source>Show a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how a sample goes through the network, and how the gradients of the last step came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the weights again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldCurves</name>
    <message>
        <source>Curves of the folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation of a fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {0} folds ± standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fold {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {0}&lt;/b&gt;, validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldModel</name>
    <message>
        <source>part {0} of {1} for validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples in shuffled order; the coloured part is kept for validation in that fold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldSummary</name>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ± standard deviation of {0} folds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldTable</name>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0} / {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Tick “{title}” to use this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “{choice}” under “{title}” to use this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>{0} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Gluon Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Gluon Lab {0}&lt;/h3&gt;&lt;p&gt;A laboratory for teaching and learning deep learning with MXNet Gluon.&lt;/p&gt;&lt;p&gt;MXNet {1} · Python {2}&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionDelegate</name>
    <message>
        <source>in your network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionList</name>
    <message>
        <source>Activation functions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionModel</name>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in your network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradientBars</name>
    <message>
        <source>Mean absolute gradient of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |gradient| of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer, from the input (left) to the output (right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vanishing: below 10⁻⁷</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exploding: above 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{layer}&lt;/b&gt;&lt;br&gt;mean |gradient|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number any more: the run has diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly zero: this layer learns nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vanishing: this layer hardly learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exploding: the steps are too large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <source>Distributions over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the distribution at every moment as colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the latest distribution over some earlier ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs (activations)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density, of the highest at that time (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}, the only moment seen so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {epoch}&lt;/b&gt;, step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}: {count} of {total} ({share})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImagesDialog</name>
    <message>
        <source>Open data: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} images · {height}×{width} pixels · {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since they cannot be read ({count}): {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KFoldEmpty</name>
    <message>
        <source>Number of folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into how many parts the samples are cut; each is kept for validation once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much does the result depend on the split?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K-fold cross-validation cuts the samples into K parts and trains K networks, each of which keeps another part for validation. The mean of their results, and how far they scatter, says more than a single split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KFoldView</name>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the loss on an axis of powers of ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the run of the chosen fold into the list of runs, and show its curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {number}-fold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerCard</name>
    <message>
        <source>1 parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} parameters, {untrained} not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to reorder (Alt+Up, Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own initialiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of one sample behind this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the first weights as in the whole network again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the first weights of this layer in a way of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own initialiser {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerMends</name>
    <message>
        <source>Add output layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set units to auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {layer} to place {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {field} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerStackPanel</name>
    <message>
        <source>Input {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total: {parameters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of them not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works on images; {data} has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: an output layer with 1 unit: its sign tells the {number} classes of {data} apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: an output layer with 1 unit: {data} has 1 target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: an output layer with {number} units: {data} has {number} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: an output layer with {number} units: {data} has {number} targets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveMark</name>
    <message>
        <source>Can be changed while training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>丢弃层</translation>
    </message>
    <message>
        <source>Backprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Gluon Lab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K-fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save parameters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load parameters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>K-fold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under- and overfitting map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatricesExplorer</name>
    <message>
        <source>Steady σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose σ so that the norm neither grows nor shrinks in the long run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products of random matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product of {0} matrices, first seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every factor multiplies the norm by about &lt;b&gt;{factor}&lt;/b&gt;, so {number} of them by {whole}. It stays of the same size at σ = {steady} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products of {size}×{size} matrices, σ = {sigma}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatricesPlot</name>
    <message>
        <source>Norm of the product over the number of factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm of the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float32 ends at 3.4·10³⁸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 10⁻³⁸ float32 loses its digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first seed, shown in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected in the long run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{k} factors&lt;/b&gt;&lt;br&gt;norm: {middle} ({low} … {high})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixPicture</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricChoice</name>
    <message>
        <source>What is shown of every run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Microscope</name>
    <message>
        <source>autograd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numeric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rel. difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numeric check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are numbers that are not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(L(w + h) − L(w − h)) / 2h agrees: they differ by {0} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They differ: the loss has a kink here, or the gradient is not exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, the first {rows} of {all} rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MicroscopePage</name>
    <message>
        <source>Blue is positive, orange negative; the strongest colour is the largest number of its table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is too large to check its gradients by differences.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MicroscopeView</name>
    <message>
        <source>The part of the data from which the samples come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sample to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples to follow together; L is their mean loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the step before (arrow key left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next step (arrow key right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers appear as soon as there are data and a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Batch: after the first step of training, every number of the way forwards and backwards is seen here, one computation at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking inside…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} backpropagation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MistakeDelegate</name>
    <message>
        <source>loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MistakesView</name>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes are taken for which others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples that the network gets most surely wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each class is recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw or type an input, and see what the network says of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output for the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean output for the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient of the bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off: it says 0. Click to switch it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to switch it off, F2 to edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} param.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkEditor</name>
    <message>
        <source>Weight or bias</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPicture</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys choose a unit, Enter switches it off or on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wider: larger weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the corner of a tile: bias</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Sample </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which training sample goes through the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel, row {row}, column {column}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to fill the network with numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards: every weight has its gradient; SGD goes against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards: gradients of {layer} in the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards: the answer for this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards: {layer} sums up weight · input, and adds the bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, then {function}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NormPlots</name>
    <message>
        <source>Norms of the weights and of their updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm of one step / of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on: steps are measured while this is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the guide value?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;The dashed line is a rule of thumb: a step should move the weights of a layer by about a thousandth of their size.&lt;/p&gt;&lt;p&gt;Far above it (10⁻¹), the learning rate is likely too high; far below it (10⁻⁵) too low, or the gradient vanishes. At first, with small weights, larger steps are usual.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 norms of the weights of every layer, without biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guide 10⁻³</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{layer}&lt;/b&gt;&lt;br&gt;epoch {epoch}, step {step}&lt;br&gt;‖W‖ = {norm}&lt;br&gt;‖ΔW‖ / ‖W‖ = {ratio}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Increase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decrease</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Take all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the data set automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose automatically</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnAnswer</name>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is no number any more: press Reset and lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standardised {value}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnDrawing</name>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away what is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of brush and eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away all that is drawn (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a picture from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale and centre as the data are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the whole canvas becomes smaller, as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its centre of mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the box around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {height}×{width}: the longer side of what is drawn fills {fills} pixels, and {middle} lies in the middle, as measured on the training part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole canvas is made {height}×{width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark on bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bright on dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network sees it {ground}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnPoint</name>
    <message>
        <source>your point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>a row of a CSV file, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells of all columns in their order, with commas, semicolons or tabs between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the median of the training part into every field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, may be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other {number} columns keep their usual values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are standardised as the training part was: minus its mean, by its deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A missing number counts as the mean.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnView</name>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can draw or type an input as soon as the data are loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something with the mouse, or take a picture from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no answer as long as a field cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train: then the network answers, while it learns and afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeMenu</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even factors (logarithmic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number into both fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even factors need numbers above 0 at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateCurve</name>
    <message>
        <source>{optimizer} pays no heed to a learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept runs at this epoch: training / validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {x}&lt;/b&gt;, step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;epoch {x}&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training, epoch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation, epoch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordsEditor</name>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResetButton</name>
    <message>
        <source>Drag to move, turn the wheel to zoom, drag with Shift or the right button to zoom into a box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {0} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s of computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} accuracy {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} loss {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} samples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0} (stopped early)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading MXNet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MXNet cannot be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the network and start from fresh weights, with the present settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train for one minibatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end of the epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run; the network is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MXNet is still being loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MXNet cannot be loaded; 'gluon-lab doctor' says why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause after this minibatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again, from fresh weights; the trained ones are lost unless you save them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Kept runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsControl</name>
    <message>
        <source>This is the experiment of “{0}”. Undo brings back the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>the same settings again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while it ran: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no epoch was finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · epochs: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs from the run before: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the present run. Its tick counts when the next run has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this the current experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin: never make room for new runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all runs as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run that ends is kept here. Tick runs to see their curves beside those of the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} runs: the oldest ones that are not pinned make room for new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last {0} runs are kept, and all that are pinned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleBrowser</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction ŷ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference ŷ − y</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleDetail</name>
    <message>
        <source>Sample {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction: {predicted}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleMessage</name>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {title} ({size} MB)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>Sample {number}: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {number}: {label}, wrongly predicted as {predicted} with {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {number}: {label}, rightly predicted with {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {number}: {label}, wrongly predicted as {predicted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {number}: {label}, rightly predicted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplePlot</name>
    <message>
        <source>Picture of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true curve: {y}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction ŷ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean |ŷ − y|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error ŷ − y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplesView</name>
    <message>
        <source>Part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only samples with this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions for the test part are shown after the run has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network to see its answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network's answers are no numbers any more. Press Reset and train with a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean error |ŷ − y| {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to show here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loaded parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {total} wrong ({share} %)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreBoard</name>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test part is used once, when the run has finished, so that nothing is chosen by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After epoch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test part was used once, at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedEditor</name>
    <message>
        <source>Draw another seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End what still runs; what is done is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting worker processes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} runs failed; their places say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} runs were cancelled; what was done is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings changed since this was started: it shows the settings of that time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionControl</name>
    <message>
        <source>There are {0} samples, too few for {1} folds. Choose fewer folds or more samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K-fold is running. Wait for it, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep is running. Wait for it, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker processes cannot be started: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionDisplay</name>
    <message>
        <source>K-fold: {0} of {1} runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep: {0} of {1} runs done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fold {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run's settings are those of the experiment now. Undo brings the others back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Choose another loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells two classes apart; {data} has {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made for {tasks}; {data} asks for {task}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data set and loss do not have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the patience to 1 or more to use this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a part of the data under “Target on” to use this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShapeBoard</name>
    <message>
        <source>axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One axis more, in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One axis less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeCell</name>
    <message>
        <source>Drag up or down, or press a digit, for another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This axis is missing: it counts as 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPlayer</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>patience {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepBand</name>
    <message>
        <source>Curve of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ best: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, mean ± standard deviation of {1} seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepBoard</name>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∞ diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepDetail</name>
    <message>
        <source>Which of the runs of this place is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Make this the current experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over all settings of this run; Undo brings back the present ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this run into the list of runs, and show its curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepEditor</name>
    <message>
        <source>Setting 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the settings of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the present experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sweep has its own experiment; take that of the window instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready sweeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each value is run with so many seeds; their mean and spread are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepEmpty</name>
    <message>
        <source>What does a setting do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sweep trains the same network again and again, with one or two settings over the values given above. Its map shows which values serve, and a click on a cell shows the run behind it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepFiles</name>
    <message>
        <source>Opened {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepList</name>
    <message>
        <source>Table of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepListModel</name>
    <message>
        <source>★ best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepMap</name>
    <message>
        <source>Map of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose figures are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} sweep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SymmetryCurves</name>
    <message>
        <source>Loss and difference of the units over the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps of SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;step {step}&lt;/b&gt;&lt;br&gt;loss {loss}&lt;br&gt;largest difference {distance}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SymmetryExplorer</name>
    <message>
        <source>Symmetric initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights 0.5: one unit only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights 0: nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trace of noise parts the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights, as it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout parts the units too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All {units} hidden units are equal&lt;/b&gt; to the last bit: they count as one. Loss {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Dropout has parted the {units} equal units:&lt;/b&gt; in a step some learn, others do not. Loss {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The units go their own ways,&lt;/b&gt; since they began differently. Loss {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Open data: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row holds the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that the network learns to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell which class it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tas&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use all columns as inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use no column as an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} · {rows} rows · {columns} columns · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “{name}” does not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} samples · {inputs} inputs → {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows without a target are left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>Settings changed. The network still has the old ones: press Reset to apply the new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend this first: {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set learning rate to {0} and reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Gluon Lab: {0} Your experiment is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>kernel {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatesPlot</name>
    <message>
        <source>Weights of the first layer as images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer does not look at images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates are the weights of the first layer as images. Choose images as the data, such as the digits, and begin with Dense or Conv2D: the preset Softmax regression has one for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue: a bright pixel speaks for it. Orange: against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units before these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units after these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} – {last} of {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight (what lies beyond has the last colour)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;row {row}, column {column}: weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValuesEditor</name>
    <message>
        <source>0.01, 0.1, 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in values from a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightBox</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsPlane</name>
    <message>
        <source>Weights of each hidden unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₂ of the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₁ of the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: a colour for each unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;unit {0}&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;units {0}&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w = ({w1}, {w2}), b = {b}, v = {v}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how the numbers of a layer are distributed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how large weights are, and how far a step moves them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how large the gradient is in every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the weights of the first layer as images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These layers cannot work yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their weights are seen as soon as the problems that the list of layers names are mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to see before the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorstView</name>
    <message>
        <source>Part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest errors first, mean |ŷ − y| {error}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {total} wrong ({share}), surest first, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mistakes appear when the data are loaded and a network learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see what the network gets most surely wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test part is still closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network gets wrong in it is shown after the run has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wall is filled at the end of each epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network's answers are no numbers any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Reset and train with a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sample of this part is recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} worst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OutputMark</name>
    <message>
        <source>The number of units follows the data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit: above 0 for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit for each of {number} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit for each of {number} targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit for the target</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Plot</name>
    <message>
        <source>Learning rate over the epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate: first {first}, highest {highest}, last {last}, over {epochs} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StepList</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the weights now, before the first dropout masks are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no program of this style yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MXNet 1.9.1 asks for this name, which NumPy has given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {title:lower}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the experiment of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: there is no layer number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {layer}</source>
        <translation>添加{layer}</translation>
    </message>
    <message>
        <source>{path}: a layer cannot be put at place {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>删除层</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: there is no point number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {title} takes no points of your own. Choose {own} as the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: the kind {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y does not depend on x, so there is nothing to differentiate. Use x in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x must be a number, a vector or a matrix: brackets in one or two levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows of x must have the same length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x must have an entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x can have up to {limit} rows and {limit} columns here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entries of x may be from −1,000,000 to 1,000,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one “]” too many in x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no number. Type x as in [0, 1, 2, 3].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A “]” is missing in x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type x: a number, a vector such as [0, 1, 2, 3], or a matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} and {b} cannot be broadcast: their sizes, from the right, must be equal or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dot of {a} and {b} does not work: the first has {m} columns, the second {n} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards: x is given. x.attach_grad() makes room for its gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards: “{name}” is computed. It is y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards: “{name}” is computed from what goes in, and recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards: “{name}” is used {times} times. Each use gives a gradient, and they are added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards through “{name}”: {rule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards: L is y itself, so the gradient of y is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backwards: y has shape {shape}. backward() differentiates the sum of its entries: each has the gradient 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operations are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type two or three shapes, such as (4,3)+(3,).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the same sign between all shapes: one operation is computed at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result would have {cells} entries. Up to {limit} can be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not clear. Type shapes such as (4,3)+(3,).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({text}) is no shape. A shape is a list of whole numbers, such as (4,3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An array can have up to {limit} axes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every axis can have from 1 to {limit} entries here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shapes are written one below the other, so that their last axes meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing axes are put in front, each with a 1: in {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis {axis}: the 1 of {names} is stretched to {size}. Ghosts stand for the same entry: nothing is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now all have the shape {shape}, and entries in the same place meet. MXNet computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All have the shape {shape} already: nothing is stretched. MXNet computed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis {axis}: {a} has {m} entries and {b} has {n}. They would have to be equal, or one of them 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expression can have up to {limit} characters here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sign}” has no meaning in an expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an expression in x, such as 2 * dot(x.T, x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one “)” too many, after “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign is missing between “{before}” and “{token}”, such as *.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is too long: up to {limit} operations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brackets are nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The powers are nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{text}” a name is missing, such as T.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing after “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expression cannot begin with “{token}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After “{text}” there cannot be “{token}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is no function: write x * ( … ).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is too large: numbers go up to a million here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a function: write {name}(x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes one array, as in {name}(x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes two arrays, as in {name}(x, x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A “)” is missing after “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function “{name}” here. Do you mean {close}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not known: the only variable is x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no function “{name}” here. There are: {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be set: it is no plain number, text or list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give from {low} to {high} logits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true class must be from 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be exported: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download failed: {error}. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read: {error}. Try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work: {reason}. Try again; if it stays so, restart Gluon Lab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “{name}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} runs were deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For classes: minus the log of the probability that softmax gives to the right class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For two classes and one output: minus the log of the probability of the right class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For two classes and one output: 0 once the output lies on the right side by the margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from 0, on the right side, an output must lie to cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 (squared error)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For numbers: half of the squared difference between prediction and target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 (absolute error)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For numbers: the distance between prediction and target. Outliers weigh less than with L2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For numbers: like L2 for errors smaller than ρ, like L1 for larger ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of an error from which on the loss grows like L1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal distribution with mean 0; the book uses σ = 0.01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform between −scale and scale; Gluon's default has scale 0.07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest absolute value of a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales by the number of inputs and outputs, so that signals neither fade nor explode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the distribution that weights are drawn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which count scales the weights: inputs, outputs, or the average of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 is Xavier's choice; 2 with 'gaussian' and 'inputs' is He's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSRAPrelu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He's choice for ReLU: normal with variance 2 / (1 + slope²), divided by the count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which count divides the variance: inputs, outputs, or the average of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope of the activation function left of 0; 0 for ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the weight matrix stand at right angles and have equal lengths: W·Wᵀ = scale²·I.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the matrix is drawn from before its rows are turned to right angles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights have this value. Hidden units then stay equal, as with Zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of every weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weights 0. Hidden units then stay equal: a lesson in symmetry, not a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The initialiser of the whole network draws the weights of this layer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every unit sees every input: activation(X·Wᵀ + b).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of outputs of this layer. 'auto' follows data set and loss: one for each class or target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function applied to every output. 'none' keeps the layer linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SoftReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a bias b to every output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first weights of this layer are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>丢弃层</translation>
    </message>
    <message>
        <source>Zeroes each entry with this probability while training; scales the others by 1/(1 − rate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that an entry is set to zero while training. Prediction uses all entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies an activation function to every entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function applied to every entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns a sample of any shape, such as an image, into one row of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings every unit or channel to mean 0, variance 1 over the batch, then scales and shifts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the running mean and variance that each batch keeps. Prediction uses these running values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a shift β for every unit or channel (center).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a factor γ for every unit or channel (scale).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LayerNorm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings every sample to mean 0, variance 1 along its last axis, then scales and shifts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides small kernels over an image; each gives one channel that shows where it fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of kernels, and so of output channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a bias to every channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square kernels, in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels from one place of the kernel to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of zeros around the image: (kernel − 1) / 2 keeps its size while strides are 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square that becomes one number, in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels from one square to the next. 'auto' is the pool size: no overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns put around the image before pooling; less than the pool size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MaxPool2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes images smaller: of every square, the largest number is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AvgPool2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes images smaller: of every square, the mean is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size along the negative gradient. Too small learns slowly, too large diverges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ: every step also shrinks the weights by learning rate × λ × weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book decays weights only; Gluon's Trainer, left alone, decays biases too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights and biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minibatch stochastic gradient descent, optionally with momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the last step that is kept for the next one. 0 is plain SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov's accelerated gradient: momentum that looks one step ahead. Without it, plain SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales every step by running means of the gradient and of its square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a typical step. Adam usually wants less than SGD: 0.001 is a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ: λ × weight is added to the gradient before that is scaled, so that weights with large gradients decay less. AdamW, which decays them all alike, is another optimizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the running mean of the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the running mean of the squared gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small number that keeps the division finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides every step by the root of a running mean of the squared gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a typical step. RMSProp usually wants less than SGD: 0.001 is a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graves's version: the running mean of the gradient is taken off, and there is a momentum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum: share of the last step that is kept for the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides every step by the root of the sum of all squared gradients so far: steps only shrink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ: every step also shrinks the weights by learning rate × λ × weight, which MXNet leaves out of the sum of squared gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaDelta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds its own step size from the steps and gradients so far. There is no learning rate to choose: MXNet pays no heed to it, nor to its schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without effect: AdaDelta finds its own step size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ: every step also shrinks the weights by λ × weight, whatever the size of the step: much less than with SGD is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the running means of squared gradients and steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the division finite, and sets the size of the first steps: larger learns faster at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples that are watched while training; the book calls them the test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples that are used once, at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the samples, where they are drawn, and splits them into parts. The same seed gives the same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = b + c₁x + c₂x² + c₃x³ + noise. The network gets as many powers of x as you offer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true factors of x, x², x³ and so on; separate them by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise on y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of powers of x that the network gets as inputs: too few underfit, too many may overfit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High powers are huge, and training on them diverges; dividing xᵏ by k! keeps them near 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xᵏ (as the book)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High-dimensional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = b + w·(x₁ + … + x₂₀₀) + noise, with more inputs than samples: the case for weight decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of inputs; each counts as much as any other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true weight of every input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples that is kept out of training to watch generalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples that is used once, at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own pair of IDX files, images and labels, in the format of MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own images: a folder with one sub-folder for each class. They become grey and small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder and its images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height and width in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with an image that is not square: fill up with its border's mean grey, cut off, or distort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own CSV, TSV or NPZ file: choose the target and the columns that the network sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file and its columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers get mean 0 and standard deviation 1. Both are measured on the training part only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise a target of numbers, too. Errors are then told in standard deviations. Classes stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits 8×8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,797 handwritten digits of 8×8 pixels, embedded: no download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use only so many of the training part, drawn with the data seed: few can be learnt by heart. The other parts stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale every input to mean 0 and deviation 1, as the training part has them. Else large numbers rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>150 irises of three species, told by four measures of their flowers. Embedded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>178 wines of three cultivars, told by thirteen chemical measures. Embedded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>569 tumours, malignant or benign, told by thirty measures of cell nuclei. Embedded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>442 patients: ten measures, and how far their diabetes had gone a year later. Embedded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale the target in the same way. Else it is a score from 25 to 346, and so is the error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic: y = Xw + b + noise with standard normal X. The network should find w and b.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples that are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true weights, one for each input; separate them by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples that is kept out of training to watch generalisation. The book uses none here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that you place yourself: at most 1,000, in up to 8 classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points and their classes. They are part of the experiment and saved with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network gets to know of a point. Good inputs can replace hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sin x₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sin x₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the points that is kept out of training to watch generalisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the points that is used once, at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70,000 images of garments, 28×28 pixels, ten classes. Downloaded once (31 MB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share of the training images, or the 10,000 test images as in the book (then no test part is left).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test images (as the book)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the 60,000 training images that is kept out of training, if the validation part is a share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of samples that are drawn, in all parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is left to chance. 0.5 is what TensorFlow Playground calls 50 (percent).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples that is trained on. The others are watched, but for the test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the samples that is used once, at the end; at most what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disc inside a ring. No straight line separates them; noise blurs the border.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusive or: opposite corners belong together. Needs a hidden layer, or the input x₁x₂.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds that a straight line separates; noise widens them until they overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arms that wind around each other 1.75 times: the hardest of the playground's sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral with many arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three or more arms that wind around each other: softmax with many classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of arms, each a class of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often an arm winds around the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half circles that reach into each other; noise is normal, as in scikit-learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cloud for each class, in a circle; noise widens them until they overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of clouds, each a class of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = (x₁ + x₂) / 10: one linear unit is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-Gauss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three hills and three valleys in a flat plane: a line is lost here, hidden units are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate rises from nearly 0 in a straight line for so many epochs. 0 starts at full rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same learning rate from the first step to the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the learning rate by a factor every few epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every (epochs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs between two reductions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate never falls below this share of itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the learning rate by a factor after each of the given epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learning rate falls after each of these epochs, such as 30, 60, 80.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end of the last epoch. 0 ends with no step at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls until the last epoch as a power of what is left of the run; power 1 is a straight line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 falls in a straight line, 2 faster at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falls until the last epoch along a cosine: slowly, then faster, then slowly again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ of λ Σ|w|, added to the mean loss: pulls every weight towards 0 by the same force, so that many end there. The curves show the loss of the data alone, without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ of λ/2 Σw², added to the mean loss. With plain SGD it is the same as weight decay. The curves show the loss of the data alone, without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually weights only: biases do not make a function wilder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the file was when it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its digest the file is known again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of an image in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of an image in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All labels that occur, in ascending order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the folder was when it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the sub-folders, in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of usable images of each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the names and contents of all images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that could not be read and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First coordinate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second coordinate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 for A, 1 for B, and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of cells that hold nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the categories are numbers: 1 and 1.0 are one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All categories, in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between two cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none (NPZ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the first row holds the names of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether 3,14 is a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the text of the file is divided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns that the network sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that the network learns to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of rows that have a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of rows without a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels, height and width if the columns are pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience (epochs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping: ends the run when the watched figure of the validation part has not improved for so many epochs, and takes back the parameters of the best epoch. 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure of the validation part that must improve, for early stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-3 accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run as soon as a figure reaches a target, on the validation or the training part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure that must reach the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends when the figure is at least this, or at most this where smaller is better. Accuracies are shares: 0.9 is 90 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the run after so many seconds of computing, pauses left out. 0 is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of passes over the training samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples in one minibatch, that is, for one step of the optimizer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the first weights, the order of the samples and the dropout masks. Equal seeds give equal curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the experiment is meant to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the samples come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stack, from input to output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights follow the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning-rate schedule: which share of the optimizer's learning rate each step takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty in the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What large weights cost, L1 or L2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the first weights are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long and in which portions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may end the run before its last epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place in the experiment, such as optimizer.learning_rate or layers.0.units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes; a value may be a whole group or list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the values are called, if they are groups or lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sweep is meant to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is run; the swept settings change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One or two settings with their values: the first downwards, the second across.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cell is run with each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weights and order of the samples, or the data, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expression in x, such as 2 * dot(x.T, x), sum(exp(x)), relu(x) ** 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, a vector such as [0, 1, 2, 3], or a matrix such as [[1, 2], [3, 4]].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes such as (4,3)+(3,): two or three, with the sign of an operation between them, or a comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is computed of the entries that meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of Dense layers, all equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of inputs and of units in every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation function after every layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none (linear)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are drawn; biases are 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He (MSRAPrelu)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest absolute value of a weight; Gluon's default is 0.07.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 is Xavier's choice: the variance of the weights is a third of it over the number of units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope of the activation left of 0: 0 for ReLU, as He has it; Gluon's default is 0.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of every row of the matrix; Gluon's default is 1.414.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many networks are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation function of the hidden units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value with which every weight begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of what is added to every weight at the start: 0 leaves all units equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the hidden units that are dropped in every step, others for every sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of the gradient in every step of SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of minibatch SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve that the network should follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faster and faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn with the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units the hidden layer has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steepness a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight in front of x: how sharp a step is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the output weights by least squares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heights of the drawn curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the units stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2: λ/2 · Σw², whose ball is round. L1: λ · Σ|w|, whose ball has corners on the axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the penalty against the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two weights, or one weight and the bias: with the penalty on the weight only, or on the bias too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w₁ and w₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w and b, penalty on w only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w and b, penalty on both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation of both inputs: it turns the valley.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ of x₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the second input; that of the first one is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the input, whose standard deviation is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best w₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First parameter of the least loss. Drag the star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best w₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second parameter of the least loss. Drag the star.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many Dense layers stand in the stack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of every layer but the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries changed by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability that a unit is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale by 1/(1 − p)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept units say 1/(1 − p) times as much, as Dropout does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many masks have been drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed draws other masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the descent begins. Below 0 the network holds the wrong class for likelier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the gradient descent on the logit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of the image from top to bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of the image from left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for grey images, 3 for red, green and blue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One output for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of a hidden layer; 0 for none: softmax regression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of every entry of every matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns of the matrices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many matrices are multiplied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many products are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product of so many matrices is shown in numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p₁ (first layer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout rate behind the first layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p₂ (second layer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout rate behind the second layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the first layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the second layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed draws other weights and masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outputs o of the last layer, one for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that the sample really has, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number that is added to all logits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All logits are divided by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples are cut into so many parts; each is kept for validation once, while the others train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Dense unit finds the true w and b behind 1,000 noisy samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Dense unit finds the true w and b behind 1,000 noisy samples.
Watch: on a logarithmic axis the loss of the batches falls along a straight line, and then stands still at about 0.00005: half the variance of the noise, and no model can do better. The weights end near 2 and −3.4, the bias near 4.2.
The book's result: loss over all samples 0.0352, 0.000127, 0.000049 after epochs 1, 2, 3; w = (1.9999, −3.3995), b = 4.1993. The loss shown here is the mean over the batches of an epoch while they are learned, so it is higher at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simplest classifier: one Dense layer from the pixels to the ten classes of Fashion-MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simplest classifier: one Dense layer from the pixels to the ten classes of Fashion-MNIST.
Watch: most is learned in the first epoch, and training and validation accuracy stay close together, because a linear model is too simple to learn the images by heart. Look at the wrong answers: mostly shirts, pullovers and coats.
The book's result: loss 0.789 and test accuracy 0.807 after epoch 1, loss 0.490 and test accuracy 0.843 after epoch 5. Here: 0.826 to 0.829 for four seeds. As in the book, the 10,000 test images are the validation part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t-shirt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trouser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pullover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sandal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shirt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sneaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ankle boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multilayer perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hidden layer of 256 ReLU units lifts Fashion-MNIST above what any linear model reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hidden layer of 256 ReLU units lifts Fashion-MNIST above what any linear model reaches.
Watch: the curve of the batches jumps about, because a learning rate of 0.5 is brave. Compare with softmax regression: the loss ends lower. Set the activation to 'none' and the gain is gone: two linear layers are one.
The book's result: loss 0.804 and test accuracy 0.787 after epoch 1, loss 0.375 and test accuracy 0.876 after epoch 5. Here: 0.851 to 0.862 for four seeds. As in the book, the 10,000 test images are the validation part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial: the right degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear unit on x, x² and x³ finds the polynomial of third degree behind 100 noisy samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear unit on x, x² and x³ finds the polynomial of third degree behind 100 noisy samples.
Watch: on a logarithmic axis both curves fall together to about 0.005, half the variance of the noise, and stay together: the model is neither too simple nor too rich. The weights end near 1.2, −3.4 and 5.6, the bias near 5. Change the degree to 1 or the training size to 2 and press Train again: the watched samples stay the same.
The book's result: training loss 0.0069, test loss 0.0063; w = (1.18, −3.39, 5.60), b = 4.99. The samples that are watched here are the book's test part. Here: training loss 0.0051, validation loss 0.0053 to 0.0054 for three seeds. Another data seed may need a smaller learning rate: the cube of a large x is huge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial: degree 1 underfits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line cannot follow a polynomial of third degree: underfitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line cannot follow a polynomial of third degree: underfitting.
Watch: both losses stop falling early and stay far above the noise, however long one trains: the model is too simple. The gap between the curves says little here; it changes with the sample.
The book's result: training loss 159, test loss 103, which varies much with the sample. Here, with the data seed of this preset: training loss 132, validation loss 152 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial: two samples overfit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right model, but only two samples to learn from: overfitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right model, but only two samples to learn from: overfitting.
Watch: the training loss falls and falls, while the validation loss turns and rises: the line goes through the two samples and misses all others. Set the training size to 5, 10, 20 and see the gap shrink.
The book's result: training loss 0.49, test loss 132. Here: training loss 1.2, validation loss 138 to 140 for three seeds. Two samples decide everything: with other data seeds the validation loss is anything from 10 to more than 10,000 times the training loss, and some diverge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 inputs and only 20 samples: without weight decay the network learns them by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 inputs and only 20 samples: without weight decay the network learns them by heart.
Watch: the training loss falls to nothing, the validation loss stays where it was after the first epochs. The 180 directions of the weights that no sample tells anything about stay as they were drawn: the norm of w remains about √180 = 13.4. Compare with the next preset, where only λ differs.
The book's result: norm of w 13.16, test loss 55. Here: norm 13.4 to 13.7, validation loss 64 to 99 for three seeds. The norm is that of 180 normal numbers: for one seed in five it is above 14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay: λ = 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 inputs, 20 samples and strong weight decay: weights and validation loss shrink together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 inputs, 20 samples and strong weight decay: weights and validation loss shrink together.
Watch: the validation loss falls with the training loss this time. The weights that nothing holds shrink by the factor 1 − ηλ in every step. Change λ and compare: 0.3 is too weak in 100 epochs. Note that 0.01 is half the variance of y, which a network without any weights would reach too: what weight decay removes here is the random start.
The book's result: norm of w 0.042, test loss 0.011. Here: norm 0.040 to 0.042, validation loss 0.011 to 0.013 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multilayer perceptron with dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers with dropout, more of it near the output, on Fashion-MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers with dropout, more of it near the output, on Fashion-MNIST.
Watch: the accuracy in training is below the one in validation at first, since dropout works only while training. Change the rates while it trains, or set both to 0 and more epochs, and see the two curves part.
The book's result: loss 1.22 and test accuracy 0.768 after epoch 1, loss 0.428 and test accuracy 0.864 after epoch 5. Here: 0.846 to 0.854 for four seeds. As in the book, the 10,000 test images are the validation part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: a small perceptron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small multilayer perceptron on the embedded 8×8 digits: trains in a second, no download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small multilayer perceptron on the embedded 8×8 digits: trains in a second, no download.
Watch: nearly flat in the first epoch, as all weights start close to 0, then a steep rise. Change the initialiser to Xavier and the slow start is gone. Late in training the validation loss stands still while the training loss goes on falling.
The book has no such example. Here: validation accuracy 0.95 to 0.97 for eight seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small perceptron on the digits with Adam instead of SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small perceptron on the digits with Adam instead of SGD.
Watch: no slow start, though the weights begin as close to 0 as before: Adam divides every step by the size of the gradient, so that small gradients make steps of full size too. In the end both are equally good.
Here: validation accuracy 0.60 to 0.72 after the first epoch for three seeds, 0.95 to 0.96 after the last for five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet: two convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two convolutions with pooling, then three Dense layers: LeNet on Fashion-MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two convolutions with pooling, then three Dense layers: LeNet on Fashion-MNIST.
Watch: the shapes beside the layers. Convolutions and pooling turn 1×28×28 pixels into 16 maps of 5×5, and only then does a Dense layer look at all of them. The convolutions hold 2,572 of the 61,706 parameters, since a kernel is the same at every place. Change a kernel or its padding, and see how the shapes follow.
Here: validation accuracy 0.85 after the first epoch and 0.87 after the third for two seeds. The 10,000 test images are the validation part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four hidden units draw a closed line around a disc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four hidden units draw a closed line around a disc.
Watch: the accuracy jumps once the fourth line is in its place. Without the hidden layer, but with x₁² and x₂² as inputs, one Dense layer solves it too: good inputs replace hidden layers.
Here: validation loss 0.02 to 0.04, accuracy 0.98 to 1 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle: a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The circle without a hidden layer: a straight line cannot separate what lies inside another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The circle without a hidden layer: a straight line cannot separate what lies inside another.
Watch: the loss stays at 0.69, which is ln 2: no better than a coin. Tick x₁² and x₂², or add a Dense layer of four units with tanh, and train again.
Here: validation loss 0.69 to 0.70, accuracy below 0.5 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opposite corners belong together: eight hidden units are plenty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opposite corners belong together: eight hidden units are plenty.
Watch: most is learned in the first epoch. Then remove the hidden layer: the loss never gets below 0.69. Then tick x₁x₂: it is solved again, by one Dense layer.
Here: validation loss 0.01 to 0.04, accuracy 0.99 to 1 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XOR: all weights zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that solves XOR, but with all weights zero at the start: it never learns anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that solves XOR, but with all weights zero at the start: it never learns anything.
Watch: the loss stays at 0.69. All hidden units are equal and give 0, so no gradient reaches a weight; only the biases of the output move. Choose Xavier as the initialiser: the symmetry is broken, and it is solved in a few epochs.
Here: validation loss 0.69 to 0.70 for three seeds, all weights exactly 0 at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds, one straight line between them: logistic regression is all that it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clouds, one straight line between them: logistic regression is all that it needs.
Watch: after two epochs nearly nothing is wrong, and the loss goes on falling because the network becomes ever more certain. Raise the noise to 0.5: the clouds overlap, and no network can get more than about 92 % right.
Here: validation loss 0.006, accuracy 1 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauss: overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlapping clouds, 50 samples and far too large a network: it learns the noise by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlapping clouds, 50 samples and far too large a network: it learns the noise by heart.
Watch: the training loss goes to 0 and the validation loss up and up, because the network is certain even where it is wrong. Remove both hidden layers, add dropout or weight decay, or raise the training share, and compare.
Here: training loss below 0.001, validation loss 4 to 6, validation accuracy 0.88 to 0.89 for three seeds. A single Dense layer gets 0.90.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers of 16 units unwind the spiral, helped by the sines of both coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers of 16 units unwind the spiral, helped by the sines of both coordinates.
Watch: nothing much for some epochs, then the loss falls by half every few. Untick the two sines: it takes more, such as three layers of 32 ReLU units.
Here: validation loss 0.003 to 0.009, accuracy 0.99 to 1 for three seeds, and other data seeds end below 0.03 too. The playground calls a test loss below 0.05 solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral: sigmoid layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four layers with sigmoid on the spiral: the gradient vanishes on its way to the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four layers with sigmoid on the spiral: the gradient vanishes on its way to the first one.
Watch: the loss stays at 0.69 for 100 epochs. The derivative of sigmoid is at most 0.25, and each layer multiplies by it. Choose tanh instead, in all four layers: it begins to learn.
Here: validation loss 0.69, accuracy 0.5 for three seeds; with tanh 0.39 to 0.51 after as many epochs, and falling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three spiral arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three classes at once: softmax with one output for each arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three classes at once: softmax with one output for each arm.
Watch: three curves of the same kind as with two classes; a network that only guessed would stay at ln 3 = 1.1. Raise the number of arms to 6, or the turns to 1.5, and see how large the network must be.
Here: validation loss 0.01 to 0.03, accuracy 0.99 to 1 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half circles that reach into each other: eight hidden units bend a line around both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half circles that reach into each other: eight hidden units bend a line around both.
Watch: first a nearly straight line, which gets about 0.9 right, then the bend. Raise the noise from 0.1 to 0.3: the moons overlap, and no network can get everything right.
Here: validation loss 0.002 to 0.018, accuracy 0.996 to 1 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons: a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moons without a hidden layer: the best straight line is wrong for one point in nine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moons without a hidden layer: the best straight line is wrong for one point in nine.
Watch: the loss stands still early, and more epochs do not help: the model is too simple. Add a Dense layer of eight units with tanh in front.
Here: validation loss 0.25 to 0.26, accuracy 0.87 to 0.90 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four blobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four clouds, four classes: softmax regression, one output for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four clouds, four classes: softmax regression, one output for each class.
Watch: straight borders between all four, found in the first epoch. Raise the number of classes to 8, or the noise until the clouds overlap.
Here: validation loss 0.008 to 0.009, accuracy 1 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One linear unit finds the plane y = (x₁ + x₂) / 10 within a few epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One linear unit finds the plane y = (x₁ + x₂) / 10 within a few epochs.
Watch: on a logarithmic axis the loss falls along a straight line until float32 knows no smaller difference. Raise the noise: the loss stands still at what no model can know.
Here: validation loss below 1e-15 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane: steps too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane with ten times the learning rate: every step jumps over the goal and lands farther away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane with ten times the learning rate: every step jumps over the goal and lands farther away.
Watch: the loss grows from step to step until the run ends by itself. The inputs have a variance of 12, and gradient descent on the squared error diverges where the learning rate times that is above 2: somewhere above 0.17. Try 0.1, 0.15 and 0.2.
Here: three seeds of three diverge within 20 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers of 32 units form three hills and three valleys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two hidden layers of 32 units form three hills and three valleys.
Watch: a quick fall to the level of a flat plane, 0.04, then one hill after the other appears. Fewer units leave some of them out: try 4.
Here: validation loss 0.002 to 0.003 for three seeds, a fifteenth of what a flat plane leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-Gauss: no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hills and valleys without a hidden layer: the best plane through them is flat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hills and valleys without a hidden layer: the best plane through them is flat.
Watch: the loss stands still at 0.04 from the first epoch, half the variance of the targets: the network answers 0 everywhere. Add a Dense layer with an activation in front, and it finds the hills.
Here: validation loss 0.041 to 0.042 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>150 irises, four measures, three species: softmax regression on a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>150 irises, four measures, three species: softmax regression on a table.
Watch: most is right after ten epochs, then the border between versicolor and virginica is moved about. With 30 flowers to validate on, each is 3 %: change the data seed and see.
Here: validation loss 0.11 to 0.12, accuracy 1 for five seeds; the training loss is higher, 0.18 to 0.19, since the hard flowers are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setosa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versicolor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>virginica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>178 wines, thirteen measures on a common scale: a linear model tells the three cultivars apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>178 wines, thirteen measures on a common scale: a linear model tells the three cultivars apart.
Watch: after a few epochs nearly nothing is wrong. The next preset is the same without scaling.
Here: validation loss 0.08 to 0.11, accuracy 0.97 to 1 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cultivar 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cultivar 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cultivar 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wine: inputs not scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same wines with the measures as they are, from 0.1 to 1,680: the largest drowns all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same wines with the measures as they are, from 0.1 to 1,680: the largest drowns all others.
Watch: the loss jumps about in thousands. Steps that suit the small measures are far too large for proline. Standardise the inputs again, and it is solved.
Here: validation loss 3,900 to 8,300, accuracy 0.28 to 0.72 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>569 tumours, thirty measures: malignant or benign, by a small network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>569 tumours, thirty measures: malignant or benign, by a small network.
Watch: a good solution after an epoch or two; later the validation loss turns and rises, while the training loss falls on. Remove the hidden layer and compare.
Here: validation loss 0.07 to 0.13, accuracy 0.96 to 0.97 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>malignant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>benign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression on a table: how far 442 patients' diabetes will have gone after a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression on a table: how far 442 patients' diabetes will have gone after a year.
Watch: the loss stands still at about half of the 0.5 that the mean as the only answer would give: more is not known from these measures. Add a hidden layer and compare.
Here: validation loss 0.26 to 0.28 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: overfitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large network and only 180 digits to learn from: it knows them by heart, and the others less well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A large network and only 180 digits to learn from: it knows them by heart, and the others less well.
Watch: the training loss goes to nothing, while the validation loss turns after some 25 to 45 epochs. The next preset is the same with dropout.
Here: training loss 0.003, validation loss 0.24 to 0.28, validation accuracy 0.92 to 0.93 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network and the same 180 digits, with dropout after each hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same network and the same 180 digits, with dropout after each hidden layer.
Watch: the training loss stays above that of the preset before, since dropout makes training harder, and the validation loss ends a little lower. Change the rates while it trains.
Here: training loss 0.06 to 0.08, validation loss 0.22 to 0.25, validation accuracy 0.92 to 0.93 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauss: early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that overfits on the overlapping clouds, stopped as soon as it gets no better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that overfits on the overlapping clouds, stopped as soon as it gets no better.
Watch: the run ends by itself, when the validation loss has not improved for ten of its 100 epochs, and the parameters of the best epoch are taken back. Only the patience differs from the preset 'Gauss: overfitting'.
Here: stopped after 11 epochs, validation loss 0.23 instead of 4 to 6, accuracy 0.90 to 0.91 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauss: L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overfitting network on the overlapping clouds, with a penalty on large weights in the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overfitting network on the overlapping clouds, with a penalty on large weights in the loss.
Watch: the validation loss stays where it was, and the training loss does not go to 0: large weights, which make the network so certain, cost too much. Only λ differs from the preset 'Gauss: overfitting'.
Here: training loss 0.10, validation loss 0.26 to 0.27 instead of 4 to 6, accuracy 0.90 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay on biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression with weight decay on the bias too, as Gluon's Trainer has it when left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression with weight decay on the bias too, as Gluon's Trainer has it when left alone.
Watch: all three parameters end at 1/(1 + λ) of what they should be: near 1.82, −3.09 and 3.82 instead of 2, −3.4 and 4.2. Let the decay apply to weights only, as the book does, and the bias is right again.
Here: w = (1.80 to 1.81, −3.08 to −3.10), b = 3.80 to 3.82 for three seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 ReLU layers: vanishing gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and small weights: the gradient vanishes on its way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and small weights: the gradient vanishes on its way back.
Watch: the loss stands still at ln 10 = 2.30 from the first batch on. Every layer makes signal and gradient about 0.7 times as large, 50 of them a hundred million times smaller: only the biases of the last layer move. Set σ to 0.14, which keeps both their size, and it begins to learn.
The book's result for such a network is the mean gradient: 1.5e-9. Here: validation loss 2.30, accuracy 0.08 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 ReLU layers: exploding gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and large weights: the very first loss is not a number any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with ReLU and large weights: the very first loss is not a number any more.
Watch: the run ends with its first batch. Every layer makes the signal about 5.7 times as large, and after 50 of them it exceeds what float32 can hold. Set σ to 0.14, and it begins to learn.
The book's result for such a network is the mean gradient: nan. Here: five seeds of five diverge in the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 sigmoid layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with sigmoid and Xavier's initialiser: the gradient vanishes all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with sigmoid and Xavier's initialiser: the gradient vanishes all the same.
Watch: the loss stays near ln 10 = 2.30. The derivative of sigmoid is at most 0.25, and 50 such factors leave nothing for the first layers. The next preset has tanh instead, which has the derivative 1 in the middle.
The book's result for sigmoid layers is the mean gradient: 3e-33 to 6e-5, by the scale of the weights. Here: validation loss 2.31, accuracy 0.08 for five seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 tanh layers with Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with tanh and Xavier's initialiser: as deep as that, and it learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 hidden layers with tanh and Xavier's initialiser: as deep as that, and it learns.
Watch: it learns from the first epoch on, though restlessly. Xavier scales the weights so that signals keep their size from layer to layer. Choose Normal with σ = 0.01 as the initialiser, and nothing happens any more.
Here: validation accuracy 0.86 to 0.92 for five seeds. A single hidden layer gets 0.96: depth alone is no gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten sigmoid layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten hidden layers with sigmoid and Xavier's initialiser: already too deep to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten hidden layers with sigmoid and Xavier's initialiser: already too deep to learn.
Watch: the loss wavers around ln 10 = 2.30. Ten derivatives of at most 0.25 make the gradient of the first layer a million times smaller than that of the last. The next preset is the same with BatchNorm.
Here: validation loss 2.32 to 2.33, accuracy 0.08 to 0.10 for four seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten sigmoid layers with BatchNorm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same ten layers with BatchNorm in front of each sigmoid: now it learns, and fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same ten layers with BatchNorm in front of each sigmoid: now it learns, and fast.
Watch: most is right after the first epoch. BatchNorm brings every unit to mean 0 and deviation 1 over the minibatch, where sigmoid is steepest, so that signals and gradients keep their size. Remove one BatchNorm after the other and see how many it takes.
Here: validation accuracy 0.70 to 0.81 after the first epoch, 0.95 to 0.97 after the tenth for four seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under- and overfitting map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomials of degree 1 to 10 on 2 to 100 samples of one of degree 3: too little, just right, too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate and batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large a step, and over how many samples? Both belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 inputs, 20 samples: how much weight decay does it take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wide network on 180 images: dropout takes some of the knowing by heart away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisers and depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same narrow network with 1 to 16 hidden layers, from five kinds of first weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,000 samples of y = 2x₁ − 3.4x₂ + 4.2 with noise 0.01; batch 10, learning rate 0.03, 3 epochs, Normal(0.01)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest error of w and b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Dense layer on Fashion-MNIST; batch 256, 5 epochs, Normal(0.01), learning rate 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 256 ReLU, Dense 10 on Fashion-MNIST; batch 256, 5 epochs, Normal(0.01), learning rate 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 256 ReLU, Dropout 0.2, Dense 256 ReLU, Dropout 0.5, Dense 10 on Fashion-MNIST; batch 256, 5 epochs, Normal(0.01), learning rate 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 samples of y = 1.2x − 3.4x² + 5.6x³ + 5 with noise 0.1; batch 10, learning rate 0.01, 100 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same samples; the network gets x alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, but two samples to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation loss / training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product of 100 matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4×4 matrices with standard normal entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A product of many matrices is what a gradient is in a deep network. With standard normal entries every factor doubles it, on average, and a hundred of them exceed 10²⁰: gradients explode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product of 100 smaller matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with standard deviations 0.5 and 0.7: the entry in the first row and column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same product vanishes or explodes with the standard deviation alone, and where exactly it ends is a matter of chance: other seeds give values a million times as large or as small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First entry, σ = 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First entry, σ = 0.7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean gradient of 50 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 Dense layers of 100 units with normal weights of scale 0.1, 0.2, 0.4 and 0.8, ReLU or sigmoid, and Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of the summed outputs for one random sample, at the weights of the first layer: the mean of its absolute values. It is the product of fifty factors. Their size is a matter of the initialiser, and the derivative of sigmoid is at most 0.25 besides. Orders of magnitude are compared: up to a thousand times more or less than the book's number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, scale 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, scale 0.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, scale 0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, scale 0.8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid, scale 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid, scale 0.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid, scale 0.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid, scale 0.8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 inputs, 20 samples to train on, 100 to test; batch 1, learning rate 0.003, 100 epochs, λ = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with λ = 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic differentiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient of y = 2xᵀx at x = (0, 1, 2, 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MXNet records what is computed inside autograd.record() and applies the chain rule backwards. By hand the gradient of 2xᵀx is 4x: here it must be exactly that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding vectors of 1,000 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry by entry in a loop, and at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each addition in the loop is a call of the engine of its own, with all that belongs to it; at once it is one call. That is why code for networks is written with vectors. Seconds depend on the computer, their ratio hardly does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds entry by entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 64 ReLU, Dense 10 on the digits; SGD, learning rate 0.5, 30 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with Adam, learning rate 0.003</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conv2D 6 and 16 with 5×5 kernels, pooling, Dense 120, 84, 10 on Fashion-MNIST; SGD with momentum, 3 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 4 tanh, Dense 2; Adam, learning rate 0.03, 60 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same without a hidden layer: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 8 ReLU, Dense 2; SGD, learning rate 0.1, 30 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with all weights zero at the start: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 2; SGD, learning rate 0.03, 30 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 noisy samples, two hidden layers of 64: learns them by heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 16 tanh, Dense 16 tanh, Dense 2, the sines as inputs too; Adam, learning rate 0.01, 100 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four hidden layers of 16 with sigmoid, SGD: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 16 tanh, Dense 16 tanh, Dense 3; Adam, learning rate 0.01, 100 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 8 tanh, Dense 2; Adam, learning rate 0.03, 60 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 4; SGD, learning rate 0.1, 20 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 1; SGD, learning rate 0.03, 10 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with learning rate 0.3: diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps until it diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 32 GELU, Dense 32 GELU, Dense 1; Adam, learning rate 0.005, 60 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 1; SGD: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 3; SGD, learning rate 0.1, 50 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 3; SGD, learning rate 0.1, 20 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with the measures as they are: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 16 ReLU, Dense 2; Adam, learning rate 0.01, 40 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense 1; SGD, learning rate 0.03, 30 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>180 digits to train on, Dense 256 ReLU twice, Dense 10; Adam, learning rate 0.001, 60 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with Dropout 0.5 after each hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>'Gauss: overfitting' with a patience of 10 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>'Gauss: overfitting' with λ = 0.03 in the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression with λ = 0.1 on weights and biases, 10 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 Dense layers of 100 units on the digits, ReLU, Normal(0.1); SGD, learning rate 0.01: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with Normal(0.8): diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with sigmoid and Xavier: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with tanh and Xavier, 20 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 Dense layers of 100 units on the digits, sigmoid, Xavier; SGD, learning rate 0.1, 10 epochs: fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with BatchNorm before each sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps what is positive. Its derivative is 0 or 1, so it does not shrink the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squashes to (0, 1). Its derivative is at most 1/4: many layers of it make the gradient vanish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squashes to (−1, 1), symmetric about 0. Its derivative is 1 at 0 and fades on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smooth ReLU, also called softplus. Its derivative is the sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like tanh, but it approaches ±1 slowly, so its gradient fades less quickly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU that lets a little of the negative side through, so that no unit dies for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth on the negative side and bounded by −1 there; outputs average nearer to 0 than with ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ELU scaled so that mean 0 and variance 1 reproduce themselves from layer to layer. For x &lt; 0, MXNet 1.9.1 trains with a gradient that is up to 0.09 too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighs x by the probability Φ(x) that a standard normal number is smaller. Dips below 0 for small negative x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x times its sigmoid: smooth, unbounded above, with a small dip below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of right answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of samples whose class is among the three most probable ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of minus the log of the probability of the right class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the mean squared error, in the unit of the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the targets' variance that is explained: 1 is perfect, 0 no better than their mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute error, in the unit of the target.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
