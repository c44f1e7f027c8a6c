#!/usr/bin/env python3
"""Checks a dossier of ComplianceHub in the folder where this script lies. It needs Python 3.8 and
nothing else; with openssl on the path it checks the signature of the checkpoint too.
Exit code 0: everything fits. 1: something does not, or is missing."""
import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

os.chdir(os.path.dirname(os.path.abspath(__file__)))
wrong = []


def sha256(data):
    return hashlib.sha256(data).digest()


def read(name):
    with open(name, "rb") as file:
        return file.read()


def parsed(name):
    return json.loads(read(name).decode("utf-8"))


def say(fits, what):
    print(("good   " if fits else "WRONG  ") + what)
    if not fits:
        wrong.append(what)


def leaf(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(b"\x00" + text.encode("utf-8"))


def root_of(hash_, index, size, path):
    """The root to which a path leads (RFC 9162, 2.1.3.2); None where it leads nowhere."""
    node, last = index, size - 1
    if not 0 <= index < size:
        return None
    for other in path:
        other = bytes.fromhex(other)
        if last == 0:
            return None
        if node % 2 == 1 or node == last:
            hash_ = sha256(b"\x01" + other + hash_)
            while node % 2 == 0 and node != 0:
                node, last = node // 2, last // 2
        else:
            hash_ = sha256(b"\x01" + hash_ + other)
        node, last = node // 2, last // 2
    return hash_ if last == 0 else None


def check_sums():
    """Every file is there with its hash, and no other file."""
    sums = {}
    for line in read("SHA256SUMS").decode("utf-8").splitlines():
        expected, name = line.split("  ", 1)
        sums[name] = expected
        if not os.path.exists(name):
            say(False, "%s is missing" % name)
        elif sha256(read(name)).hex() != expected:
            say(False, "%s is not the file that was packed" % name)
    say(not wrong, "%d files in SHA256SUMS" % len(sums))
    return sums


def check_evidence(sums):
    """Every evidence file that a snapshot names is in the dossier."""
    packed = {hash_ for name, hash_ in sums.items() if name.startswith("evidence/") and os.path.exists(name)}
    named = 0
    for name in sorted(os.listdir("frozen")):
        if name.startswith("snapshot-"):
            for file in parsed("frozen/" + name)["snapshot"]["Evidence"]:
                named += 1
                if file["Sha256"] not in packed:
                    say(False, "evidence %s (%s) is not here" % (file["FileName"], file["Sha256"]))
    print("       %d evidence files named by the snapshots" % named)


def check_frozen():
    """The frozen files are those that were signed."""
    signed = parsed("frozen/signed-content.json")
    frozen = {sha256(read("frozen/" + name)).hex() for name in os.listdir("frozen")}
    for shop in signed["frozen"]:
        say(shop["snapshot"] in frozen and shop["verdicts"] in frozen, "snapshot and verdicts of shop %s are those that were signed" % shop["shop"])
    return signed["audit"]["id"]


def check_chain(name, audit):
    """The entries of one chain follow each other. Returns its last entry, and what was logged of the signature."""
    with open(name, encoding="utf-8") as lines:
        before = json.loads(next(lines))
        hash_, sequence, told, logged, fits = bytes.fromhex(before["hash"]), before["seq"], 0, {}, True
        for line in lines:
            entry = json.loads(line)
            sequence += 1
            fits = fits and entry["seq"] == sequence
            if "canonical" in entry:
                told += 1
                canonical = entry["canonical"].encode("utf-8")
                content, says = sha256(canonical), json.loads(entry["canonical"])
                fits = fits and says["seq"] == sequence and says["chain"] == before["chain"]
                if entry["payload"] is not None:
                    payload = entry["payload"].encode("utf-8")
                    fits = fits and sha256(bytes.fromhex(entry["salt"]) + payload).hex() == says["payload_commit"]
                    if says["entity"] in ("SignOff", "FrozenShop") and says["action"] == "added":
                        logged.setdefault(says["entity"], []).append({change["field"]: change["new"] for change in json.loads(payload)["changes"]})
            else:
                content = bytes.fromhex(entry["canonicalSha256"])
            hash_ = sha256(b"ComplianceHub audit v1\n" + hash_ + content)
    say(fits, "%s: entries %d to %d, %d of them about the audit" % (name, before["seq"] + 1, sequence, told))
    report, content = sha256(read("report.pdf")).hex(), sha256(read("frozen/signed-content.json")).hex()
    frozen = {sha256(read("frozen/" + file)).hex() for file in os.listdir("frozen")}
    say(any(one.get("ReportSha256") == report and one.get("ContentSha256") == content and one.get("AuditId") == audit for one in logged.get("SignOff", [])), "%s: the log names the report and what was signed" % name)
    say(any(one.get("SnapshotSha256") in frozen and one.get("VerdictsSha256") in frozen and one.get("AuditId") == audit for one in logged.get("FrozenShop", [])), "%s: the log names what was frozen" % name)
    return before["chain"], sequence, hash_.hex()


def check_log(audit):
    """The chains lead to the checkpoint, and the checkpoint to the root in its note."""
    proof, note = parsed("log/log-proof.json"), read("log/checkpoint.txt").decode("utf-8")
    heads = {head["chain"]: head for head in proof["heads"]}
    checkpoint = proof["checkpoint"]
    for name in sorted(os.listdir("log")):
        if name.endswith(".jsonl"):
            chain, sequence, hash_ = check_chain("log/" + name, audit)
            head = heads.get(chain, {})
            fits = head.get("seq") == sequence and head.get("hash") == hash_
            root = root_of(leaf({"chain": chain, "hash": hash_, "seq": sequence}), head["index"], checkpoint["chains"], head["path"]) if fits else None
            say(root is not None and root.hex() == checkpoint["tree_root"], "%s: its last entry is in checkpoint %d" % (name, checkpoint["n"]))
    own = leaf({"at": checkpoint["at"], "chains": checkpoint["chains"], "n": checkpoint["n"], "tree_root": checkpoint["tree_root"], "v": 1})
    root = root_of(own, checkpoint["n"] - 1, checkpoint["n"], proof["path"])
    origin, size, signed = note.split("\n")[:3]
    say(root is not None and base64.b64decode(signed) == root and int(size) == checkpoint["n"] and note == checkpoint["note"], "the checkpoint is the one in the note of %s" % origin)
    check_signature(note)


def check_signature(note):
    """A key in keys/ signed the note."""
    text, signature = note.rsplit("\n\n", 1)
    packed = base64.b64decode(signature.split(" ")[2])
    key = "keys/%s.pem" % packed[:4].hex()
    if not os.path.exists(key):
        say(False, "the key that signed the checkpoint is not here: ask the installation for its public keys")
    elif shutil.which("openssl") is None:
        print("       the signature of the checkpoint was not checked: openssl is missing")
    else:
        with tempfile.TemporaryDirectory() as folder:
            files = [os.path.join(folder, name) for name in ("note", "signature")]
            for file, content in zip(files, ((text + "\n").encode("utf-8"), packed[4:])):
                with open(file, "wb") as out:
                    out.write(content)
            done = subprocess.run(["openssl", "dgst", "-sha256", "-verify", key, "-signature", files[1], files[0]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            say(done.returncode == 0, "%s signed the checkpoint" % key)


try:
    check_evidence(check_sums())
    check_log(check_frozen())
except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, StopIteration) as broken:
    say(False, "something cannot be read: %r" % broken)
print("Everything fits." if not wrong else "%d of the checks failed." % len(wrong))
sys.exit(1 if wrong else 0)
