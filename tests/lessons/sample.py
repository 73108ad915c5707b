"""A page that has everything a page can have, for the tests of whatever reads or shows one."""

PAGE = r"""---
title: Weight decay
preset: weight-decay-off
views: [curves, weights]
focus: [optimizer, training]
explains: {optimizer.wd: lambda}
goals:
  - {id: small-norm, text: Bring the norm of w under 0.05, when: run.weight_norm < 0.05}
  - {id: set-it, text: Set the weight decay to 3, when: experiment.optimizer.wd == 3}
predict:
  - id: norm
    question: What happens to the norm of w when you set the weight decay to 3?
    options:
      - {text: It grows, when: run.weight_norm > 14}
      - {text: It shrinks to nearly 0, when: run.weight_norm < 0.1}
    why: Each step pulls the weights a little towards 0, and nothing pulls back.
---
The penalty $\frac{\lambda}{2}\lVert\mathbf{w}\rVert^2$ makes *large* weights **expensive**, and `wd` is its size.
A page about [activations](lesson:4-2-activations#relu) and [overfitting](glossary:overfitting).

## The factor λ {#lambda}

$$
\mathbf{w} \leftarrow \left(1 - \eta\lambda\right)\mathbf{w} - \eta \frac{\partial \ell}{\partial \mathbf{w}}
$$

- one $\eta$
- two

| λ | norm |
|---|-----:|
| 0 | $13$ |
| 3 | 0.04 |

> Remember: the biases are left alone.

[[predict:norm]]

[Set λ = 3](try:set=optimizer.wd:3) [Train](try:train)

![The ReLU function](figure:activation?kind=relu)

[[goals]]

### What the book found

[[book:weight-decay]]
"""
