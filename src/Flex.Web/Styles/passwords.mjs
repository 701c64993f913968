// The passwords that are tried first, of twelve characters and more (a shorter one is refused already): those of Mozilla's
// package, most used first, in small letters. One line each, for src/Flex.Web/Data/Accounts/CommonPasswords.cs.
import { readFileSync } from "node:fs";

const wanted = 10_000;
const shortest = 12;

export function passwords(list) {
  const lines = readFileSync(list, "utf8").split(/\r?\n/).map((line) => line.normalize("NFKC").toLowerCase());
  const first = [...new Set(lines.filter((line) => [...line].length >= shortest))].slice(0, wanted);
  if (first.length < wanted) throw new Error(`There are ${first.length} long passwords in the list; ${wanted} were expected.`);
  return first.join("\n") + "\n";
}
