// Takes out of a style sheet what no page can use: rules of the design system for classes that stand in no source
// file (our own, flex-…, always stay), and custom properties that no remaining rule reads, directly or through another property.

/** Reads CSS into a tree of { head, body } blocks and plain declarations (strings). */
function parse(css) {
  let at = 0;
  const block = () => {
    const parts = [];
    let text = "";
    while (at < css.length) {
      const c = css[at++];
      if (c === '"' || c === "'") {
        const end = stringEnd(css, at, c);
        text += c + css.slice(at, end);
        at = end;
      } else if (c === "{") {
        parts.push({ head: text.trim(), body: block() });
        text = "";
      } else if (c === "}" || c === ";") {
        if (text.trim()) parts.push(text.trim());
        text = "";
        if (c === "}") return parts;
      } else {
        text += c;
      }
    }
    if (text.trim()) parts.push(text.trim());
    return parts;
  };
  return block();
}

function stringEnd(css, at, quote) {
  while (css[at] !== quote) at += css[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Splits a selector list at its own commas, not at those inside brackets. */
function selectors(head) {
  const list = [];
  let depth = 0;
  let text = "";
  for (const c of head) {
    if (c === "(" || c === "[") depth++;
    if (c === ")" || c === "]") depth--;
    if (c === "," && depth === 0) {
      list.push(text);
      text = "";
    } else {
      text += c;
    }
  }
  return [...list, text].map((s) => s.trim());
}

function usable(selector, words) {
  const positive = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, "");
  return [...positive.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].every(([, name]) => name.startsWith("flex-") || words.has(name));
}

const nests = (head) => /^@(media|supports|layer|container)/.test(head);

function withoutUnusedRules(blocks, words) {
  return blocks.flatMap((part) => {
    if (typeof part === "string") return [part];
    if (nests(part.head)) {
      const body = withoutUnusedRules(part.body, words);
      return body.length ? [{ ...part, body }] : [];
    }
    if (part.head.startsWith("@")) return [part];
    const kept = selectors(part.head).filter((s) => usable(s, words));
    return kept.length && part.body.length ? [{ head: kept.join(","), body: part.body }] : [];
  });
}

const property = (declaration) => declaration.slice(0, declaration.indexOf(":")).trim();
const reads = (declaration) => [...declaration.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);

function declarations(blocks) {
  return blocks.flatMap((part) => (typeof part === "string" ? [part] : declarations(part.body)));
}

function liveProperties(blocks) {
  const all = declarations(blocks);
  const readBy = new Map();
  for (const d of all.filter((d) => d.startsWith("--"))) {
    readBy.set(property(d), [...(readBy.get(property(d)) ?? []), ...reads(d)]);
  }
  const live = new Set();
  const queue = all.filter((d) => !d.startsWith("--")).flatMap(reads);
  while (queue.length) {
    const name = queue.pop();
    if (!live.has(name)) {
      live.add(name);
      queue.push(...(readBy.get(name) ?? []));
    }
  }
  return live;
}

function withoutDeadProperties(blocks, live) {
  return blocks.flatMap((part) => {
    if (typeof part === "string") return part.startsWith("--") && !live.has(property(part)) ? [] : [part];
    const body = withoutDeadProperties(part.body, live);
    return body.length ? [{ ...part, body }] : [];
  });
}

const print = (blocks) =>
  blocks.map((part) => (typeof part === "string" ? part + ";" : `${part.head}{${print(part.body)}}`)).join("");

/** The style sheet with only what the given words (all identifiers in the sources) can reach. */
export function purge(css, words) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@charset[^;]*;/g, "");
  const rules = withoutUnusedRules(parse(bare), words);
  return print(withoutDeadProperties(rules, liveProperties(rules)));
}
