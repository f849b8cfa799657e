"""The step of StepBenchmark in PyTorch, on one core: by hand and by autograd, milliseconds.

Usage: python3 step.py [WIDTH ...]
"""

import statistics
import sys
import time

import torch

EXAMPLES, DIMENSION, DEPTH, RATE = 128, 784, 20, 1e-5
WARM_UP_SECONDS, ROUNDS, ROUND_SECONDS = 2, 4, 1


def network(width, dtype):
    """Weights and biases of every layer, sigma_w2 = 1.5."""
    widths = [DIMENSION] + [width] * (DEPTH - 1) + [1]
    layers = []
    for below, above in zip(widths, widths[1:]):
        weights = torch.randn(above, below, dtype=dtype) * (1.5 / below) ** 0.5
        layers.append((weights, torch.zeros(above, dtype=dtype)))
    return layers


def answer(layers, x, inputs):
    """What the network answers; keeps what enters every layer."""
    for weights, biases in layers[:-1]:
        inputs.append(x)
        x = torch.addmm(biases, x, weights.T).relu_()
    inputs.append(x)
    weights, biases = layers[-1]
    return torch.addmm(biases, x, weights.T)


def by_hand(layers, x, y):
    """Errors go down through weights as they were, which then move in place."""

    @torch.no_grad()
    def step():
        inputs = []
        errors = (answer(layers, x, inputs) - y) / EXAMPLES
        for l in reversed(range(DEPTH)):
            weights, biases = layers[l]
            below = (errors @ weights).mul_(inputs[l] > 0) if l > 0 else None
            weights.addmm_(errors.T, inputs[l], alpha=-RATE)
            biases.sub_(errors.sum(0), alpha=RATE)
            errors = below

    return step


def by_autograd(layers, x, y):
    parameters = [p.requires_grad_() for layer in layers for p in layer]

    def step():
        loss = (answer(layers, x, []) - y).square().sum() / (2 * EXAMPLES)
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            torch._foreach_add_(parameters, gradients, alpha=-RATE)

    return step


def milliseconds(step):
    repeat(step, WARM_UP_SECONDS)
    return statistics.median(repeat(step, ROUND_SECONDS) for _ in range(ROUNDS))


def repeat(step, seconds):
    begin = time.perf_counter()
    steps = 0
    while time.perf_counter() < begin + seconds:
        step()
        steps += 1
    return 1e3 * (time.perf_counter() - begin) / steps


def main():
    torch.set_num_threads(1)
    widths = [int(word) for word in sys.argv[1:]] or [64, 256, 512]
    for dtype in (torch.double, torch.float):
        x = torch.rand(EXAMPLES, DIMENSION, dtype=dtype)
        x /= x.norm(dim=1, keepdim=True)
        y = torch.ones(EXAMPLES, 1, dtype=dtype)
        y[1::2] = -1
        for width in widths:
            for how in (by_hand, by_autograd):
                torch.manual_seed(1)
                took = milliseconds(how(network(width, dtype), x, y))
                print(f"{str(dtype):14} M = {width:4} {how.__name__:12} {took:8.2f} ms")


if __name__ == "__main__":
    main()
