#!/usr/bin/env python3
"""A second verifier of Muster's bundles and proofs, written apart from the first, in the standard library alone.

    python3 tools/verify.py BUNDLE [VERIFIER-KEY]
    python3 tools/verify.py PROOF VERIFIER-KEY EVENT

It checks signatures, tree, the hash of every event, the chains, the counts and the seal, as docs/reference/bundle.md
says. It decides nothing again: that takes Muster's rules. Ends with 0 where all holds, with 1 where something does not.
"""
import base64, functools, gzip, hashlib, json, re, sys, zlib

def need(holds, words, *told):
    if not holds:
        raise ValueError(words % told)

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def unbase64(text):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "not base 64 in the one way it can be written: %.40s", text)
    return data
# Ed25519 by RFC 8032, section 5.1, held strictly: no point and no number may be written in a second way.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT, ZERO = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P), (0, 1, 1, 0)

def plus(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(n, p):
    total = ZERO
    while n:
        total, p, n = plus(total, p) if n & 1 else total, plus(p, p), n >> 1
    return total

def same(p, q):
    return all((p[i] * q[2] - q[i] * p[2]) % P == 0 for i in (0, 1))

def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if (x * x - x2) % P == 0 else x * ROOT % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

def verifies(key, signature, message):
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(key) != 32 or len(signature) != 64 or not a or not r or s >= L or same(times(8, a), ZERO):
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return same(times(s, BASE), plus(r, times(k, a)))
# C2SP signed-note, tlog-checkpoint, tlog-proof; RFC 6962 and RFC 9162.
def read_key(text):
    name, key_id, material = (text.strip().split("+", 2) + ["", ""])[:3]
    data = unbase64(material)
    need(len(data) == 33 and data[0] == 1, "%s is no Ed25519 verifier key", text)
    need(name and sha(name.encode(), b"\n", data)[:4].hex() == key_id, "%s has another id than it says", text)
    return name, data[1:], bytes.fromhex(key_id)

def open_note(note, keys):
    """The text of a note that one of the keys signed; a wrong signature of any of them refuses it."""
    text, blank, lines = note.rpartition("\n\n")
    text, signed = text + "\n", False
    need(blank and lines.endswith("\n"), "a note has no signature lines")
    need(not re.search("[\x00-\x09\x0b-\x1f\ud800-\udfff]", note), "a note holds a control character")
    for line in lines[:-1].split("\n"):
        found = re.fullmatch("\u2014 ([^\\s+]+) (\\S+)", line)
        data = unbase64(found[2]) if found else b""
        need(len(data) > 4, "%.60s is no signature line", line)
        for name, key, key_id in keys:
            if name == found[1] and key_id == data[:4]:
                signed = verifies(key, data[4:], text.encode())
                need(signed, "the signature of %s is wrong", name)
    need(signed, "no known key signed the note")
    return text

def open_checkpoint(note, origin, keys):
    lines = open_note(note, keys).split("\n")
    whole = len(lines) > 3 and "" not in lines[:-1] and re.fullmatch("0|[1-9][0-9]{0,15}", lines[1])
    need(whole and lines[0] == origin and len(unbase64(lines[2])) == 32, "no checkpoint of the log %s", origin)
    return int(lines[1]), unbase64(lines[2])

def grow(subtrees, size, node):
    """Adds leaf number `size` to the roots of whole subtrees, largest first."""
    while size & 1:
        node, size = sha(b"\x01", subtrees.pop(), node), size >> 1
    subtrees.append(node)

def root_of(subtrees):
    return functools.reduce(lambda right, left: sha(b"\x01", left, right), reversed(subtrees)) if subtrees else sha()

def check_inclusion(index, size, leaf, proof, root):
    need(index < size and {len(h) for h in (leaf, root, *proof)} == {32}, "no proof of leaf %d of %d", index, size)
    f, s, r = index, size - 1, leaf
    for node in proof:
        need(s, "the proof is too long")
        if f & 1 or f == s:
            r = sha(b"\x01", node, r)
            while not f & 1 and f:
                f, s = f >> 1, s >> 1
        else:
            r = sha(b"\x01", r, node)
        f, s = f >> 1, s >> 1
    need(s == 0 and r == root, "the proof does not lead to the root that was signed")

def verify_proof(text, key, event):
    head, _, note = text.partition("\n\n")
    found = re.fullmatch("c2sp.org/tlog-proof@v1\n(?:extra \\S*\n)?index (0|[1-9][0-9]{0,15})((?:\n\\S+){0,63})", head)
    need(found, "no proof of one event")
    size, root = open_checkpoint(note, key[0], [key])
    check_inclusion(int(found[1]), size, sha(b"\x00", event), [unbase64(line) for line in found[2].split()], root)
    return "the event is leaf %s of %d" % (found[1], size)

def verify_bundle(file, given=None):
    heading, end, command, left, size, told = None, None, None, 0, 0, 0
    subtrees, untold, chains, late = [], [], {}, {}
    whole, part, counts = hashlib.sha256(), hashlib.sha256(), {"command": 0, "silent": 0, "head": 0}
    for line in file:
        text = line[:-1]
        own = json.loads(text) if text.startswith(b'{"bundle":') else {"bundle": "event"}
        kind = own["bundle"]
        due = not end and line.endswith(b"\n") and (heading is None) == (kind == "muster") and (kind == "event" or not left)
        need(due, "a line stands where it should not, after leaf %d", size - 1)
        again = json.dumps(own, ensure_ascii=False, separators=(",", ":")).encode()
        need(kind == "event" or again == text, "a line is not written in the one way it can be: %.60r", text)
        if kind == "leaves":
            need(unbase64(own["lines"]) == part.digest(), "the lines before leaf %d are others than were written", size)
            part, hashes = hashlib.sha256(), unbase64(own["hashes"])
            need(own["from"] == told and 0 < len(hashes) <= 8192 and len(hashes) % 32 == 0, "the wrong hashes are stated")
            for at in range(0, len(hashes), 32):
                need(untold and hashes[at : at + 32] == untold.pop(0), "leaf %d does not have the hash stated for it", told)
                told += 1
        if kind != "end":
            whole.update(line)
        part.update(line)
        if kind == "event":
            event = json.loads(text)
            stream, position = event["stream"], event["position"]
            waiting, (last, chain) = late.setdefault(stream, {}), chains.get(stream, (0, b""))
            need(left and event["commandId"] == command, "leaf %d stands behind no command of its own", size)
            need(position > last and position not in waiting, "leaf %d repeats position %s of %s", size, position, stream)
            untold.append(sha(b"\x00", text))
            grow(subtrees, size, untold[-1])
            left, size, waiting[position] = left - 1, size + 1, text
            while last + 1 in waiting:
                last, chain = last + 1, sha(chain, waiting.pop(last + 1))
            chains[stream] = (last, chain)
        elif kind == "muster":
            heading, keys = own, [read_key(one["verifierKey"]) for one in own["keys"]]
            ours = own["version"] == 1 and keys[-1][0] == own["origin"] and (not given or given in keys)
            need(ours, "a bundle of another kind, of another log, or under another key")
            keys = [given] if given else keys[-1:]
            signed = open_checkpoint(own["checkpoint"], own["origin"], keys)
        elif kind == "command":
            command, left = own["id"], len(own["seq"])
            need(len(own["recordedAt"]) == left, "command %s has other moments than numbers", command)
            need(not counts["head"] and not (left and counts["silent"]), "command %s stands too late", command)
            counts["command" if left else "silent"] += 1
        elif kind == "head":
            counts["head"] += 1
            need(chains.get(own["stream"]) == (own["position"], unbase64(own["hash"])), "%s ends otherwise", own["stream"])
        else:
            need(kind in ("leaves", "end"), "a line of no known kind: %s", kind)
            end = own if kind == "end" else None
    need(end and not untold and not any(late.values()), "the file ends too soon, or a stream has a gap")
    need(signed == (size, root_of(subtrees)) and size == heading["size"], "the leaves are not the tree that was signed")
    stated = [end["commands"], end["silent"], end["streams"], len(chains), len(end)]
    need(stated == [*counts.values(), counts["head"], 5 + ("seal" in end)], "the last line is not what it should be")
    sealed = "muster-bundle-1\n%s\n%d\n%s\n" % (heading["origin"], size, end["hash"])
    need(unbase64(end["hash"]) == whole.digest(), "the file as a whole is not the one that was written")
    need("seal" not in end or open_note(end["seal"], keys) == sealed, "the seal is of another bundle")
    return "%d events of %s, %s" % (size, heading["origin"], "sealed" if "seal" in end else "not sealed")

def main(path, key=None, event=None):
    try:
        if event:
            with open(path, encoding="utf-8", newline="") as proof, open(event, "rb") as text:
                data = text.read()
                said = verify_proof(proof.read(), read_key(key), data[:-1] if data.endswith(b"\n") else data)
        else:
            with open(path, "rb") as raw:
                packed = raw.peek(2)[:2] == b"\x1f\x8b"
                said = verify_bundle(gzip.GzipFile(fileobj=raw) if packed else raw, read_key(key) if key else None)
    except (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error) as wrong:
        print("It does not hold: %s." % (wrong or type(wrong).__name__))
        return 1
    print("It holds: %s." % said)
    return 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (2, 3, 4) else __doc__)
