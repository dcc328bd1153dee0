#!/usr/bin/env python3
"""Makes checkpoints with real PyTorch for TorchAgreementTest, and reads ours back.

    make_checkpoints.py make FOLDER     checkpoints, the input and PyTorch's features
    make_checkpoints.py check FOLDER    loads ours.pth, compares features, prints the difference
    make_checkpoints.py lincls FOLDER   the same of moco.pth.tar, read as MoCo's evaluation does

Needs torch and torchvision (Debian: python3-torch, python3-torchvision); users do not need it.
"""
import argparse
import collections
import copy
import pickle
import sys
from pathlib import Path

import numpy as np
import torch
import torchvision

INPUT = (2, 3, 64, 64)


def network(name, seed):
    """A backbone with random weights and running statistics that are not trivial."""
    torch.manual_seed(seed)
    plain, _, small = name.partition("-")
    net = getattr(torchvision.models, plain)(weights=None)
    if small:
        net.conv1 = torch.nn.Conv2d(3, 64, 3, 1, 1, bias=False)
        net.maxpool = torch.nn.Identity()
    net.train()
    with torch.no_grad():
        net(torch.randn(8, 3, 64, 64))
    return net.eval()


def features(net, x):
    body = torch.nn.Sequential(*list(net.children())[:-1])
    with torch.no_grad():
        return body.eval()(x).flatten(1)


def under(prefix, state, drop=()):
    return collections.OrderedDict(
        (prefix + k, v) for k, v in state.items() if not k.startswith(tuple(drop) or "\0"))


def optimizer_state(net):
    """Of one step on a copy: a forward pass in training would move the running statistics."""
    net = copy.deepcopy(net).train()
    sgd = torch.optim.SGD(net.parameters(), lr=0.03, momentum=0.9)
    net(torch.randn(2, 3, 64, 64)).sum().backward()
    sgd.step()
    return sgd.state_dict()


def moco(net, key):
    state = under("module.encoder_q.", net.state_dict(), ["fc"])
    state.update(under("module.encoder_k.", key.state_dict(), ["fc"]))
    state["module.encoder_q.fc.0.weight"] = torch.randn(8, 8)
    state["module.queue"] = torch.randn(128, 64).t()
    state["module.queue_ptr"] = torch.zeros(1, dtype=torch.long)
    return {"epoch": 200, "arch": "resnet", "state_dict": state, "optimizer": optimizer_state(net)}


def dino(net, key):
    args = argparse.Namespace(arch="resnet50", lr=np.float64(0.03), seeds=[1, 2], rate=np.int64(7))
    return {
        "student": under("module.backbone.", key.state_dict(), ["fc"]),
        "teacher": under("backbone.", net.state_dict(), ["fc"]),
        "epoch": 3, "args": args,
    }


def vissl(net, key):
    trunk = under("_feature_blocks.", net.state_dict(), ["fc"])
    return {"classy_state_dict": {"base_model": {"model": {"trunk": trunk, "heads": {}}}}}


def swav(net, key):
    state = under("module.", net.state_dict(), ["fc"])
    state["module.prototypes.weight"] = torch.randn(4, 4)
    return state


def lightly(net, key):
    body = torch.nn.Sequential(*list(net.children())[:-1])
    state = under("backbone.", body.state_dict())
    return {"state_dict": state, "pytorch-lightning_version": "2.0.0", "loops": {"a": (1, {2})}}


def mm(net, key):
    state = under("backbone.", net.state_dict(), ["fc"])
    state["neck.fc0.weight"] = torch.randn(3, 3)
    return {"meta": {"epoch": 200}, "state_dict": state}


def supcon(net, key):
    state = under("encoder.module.", net.state_dict(), ["fc"])
    state["head.0.weight"] = torch.randn(3, 3)
    return {"opt": argparse.Namespace(batch_size=256), "model": state, "epoch": 1000}


def core_tuning(net, key):
    state = under("module.extractor.", net.state_dict(), ["fc"])
    state["module.classifier.weight"] = torch.randn(10, 8)
    state["module.contrastor.input.weight"] = torch.randn(8, 8)
    return {"state_dict": state, "best_acc": 97.3}


def doubled(net, key):
    return {k: v.double() for k, v in net.state_dict().items()}


def strided(net, key):
    """Not contiguous, with an offset, several in one storage, as Parameters."""
    state = collections.OrderedDict()
    for k, v in net.state_dict().items():
        if v.dim() == 4:
            v = v.to(memory_format=torch.channels_last)
        elif v.dim() == 1:
            both = torch.cat([torch.zeros(3), v, v])
            v = both[3:3 + len(v)]
        state[k] = torch.nn.Parameter(v) if v.is_floating_point() else v
    return state


def numpy_arrays(net, key):
    return {"model": {k: v.numpy() for k, v in net.state_dict().items()}}


LAYOUTS = [moco, dino, vissl, swav, lightly, mm, supcon, core_tuning, doubled, strided]

OTHERS = ["resnext50_32x4d", "wide_resnet50_2", "resnet18-cifar"]


def make(folder):
    torch.manual_seed(0)
    x = torch.randn(*INPUT)
    x.numpy().astype("<f4").tofile(folder / "input.f32")
    lines = []
    for name in ("resnet18", "resnet50"):
        net, key = network(name, 1), network(name, 2)
        features(net, x).numpy().astype("<f4").tofile(folder / (name + ".f32"))
        net.eval()
        for place, layout in enumerate(LAYOUTS if name == "resnet18" else LAYOUTS[:2]):
            for zipped in (True, False):
                # Disk space: every layout once, the first in both formats.
                if place and zipped == (place % 2 == 0):
                    continue
                file = "%s-%s-%s.pth.tar" % (name, layout.__name__, "zip" if zipped else "old")
                content = layout(net, key)
                torch.save(content, folder / file, _use_new_zipfile_serialization=zipped)
                lines.append("%s %s" % (name, file))
        for protocol in ((2, 5) if name == "resnet18" else ()):
            file = "%s-numpy-%d.pkl" % (name, protocol)
            with open(folder / file, "wb") as out:
                pickle.dump(numpy_arrays(net, key), out, protocol=protocol)
            lines.append("%s %s" % (name, file))
    for name in OTHERS:
        net = network(name, 1)
        features(net, x).numpy().astype("<f4").tofile(folder / (name + ".f32"))
        file = "%s-plain-zip.pth" % name
        torch.save(net.eval().state_dict(), folder / file)
        lines.append("%s %s" % (name, file))
    (folder / "list.txt").write_text("\n".join(lines) + "\n")


def check(folder):
    x = torch.from_numpy(np.fromfile(folder / "input.f32", "<f4").reshape(INPUT))
    state = torch.load(folder / "ours.pth", map_location="cpu", weights_only=True)
    net = torchvision.models.resnet18(weights=None)
    result = net.load_state_dict(state, strict=False)
    strays = [k for k in result.missing_keys if not k.startswith("fc.")] + result.unexpected_keys
    if strays:
        sys.exit("does not match: %s" % strays)
    expected = torch.from_numpy(np.fromfile(folder / "resnet18.f32", "<f4")).reshape(2, -1)
    print("%.3g" % (features(net.eval(), x) - expected).abs().max().item())


def lincls(folder):
    checkpoint = torch.load(folder / "moco.pth.tar", map_location="cpu", weights_only=True)
    stored = checkpoint["state_dict"]
    assert checkpoint["epoch"] == 7 and checkpoint["arch"] == "resnet18"
    assert stored["module.queue"].shape == (16, 24)
    assert (stored["module.queue"].norm(dim=0) - 1).abs().max() < 1e-5
    assert stored["module.queue_ptr"].dtype == torch.long
    begin = "module.encoder_q."
    state = {k[len(begin):]: v for k, v in stored.items()
             if k.startswith(begin) and not k.startswith(begin + "fc")}
    net = torchvision.models.resnet18(weights=None)
    result = net.load_state_dict(state, strict=False)
    assert set(result.missing_keys) == {"fc.weight", "fc.bias"}, result.missing_keys
    assert not result.unexpected_keys
    x = torch.from_numpy(np.fromfile(folder / "input.f32", "<f4").reshape(INPUT))
    expected = torch.from_numpy(np.fromfile(folder / "moco.f32", "<f4")).reshape(2, -1)
    print("%.3g" % (features(net.eval(), x) - expected).abs().max().item())


if __name__ == "__main__":
    {"make": make, "check": check, "lincls": lincls}[sys.argv[1]](Path(sys.argv[2]))
