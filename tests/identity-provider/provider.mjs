// A real OpenID provider for the tests, on loopback only: node provider.mjs. It reads one line of JSON at a time from
// standard input and answers each with one line: {"issuer", "keys", "clients"} makes it anew, {"person", "claims"} makes
// known who can sign in. It ends with its standard input. Made-up people sign in by their name alone.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { Provider } from "oidc-provider";

// Advice for who runs it for real; standard output is for answers.
console.info = console.warn = () => {};

const people = new Map();
const cookieKey = randomBytes(32).toString("hex");
let handle = (_, response) => response.writeHead(503).end();

const server = createServer((request, response) => handle(request, response));
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port })));

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const told = JSON.parse(line);
    if (told.person) people.set(told.person, told.claims);
    else handle = make(told);
    console.log("{}");
  })
  .on("close", () => process.exit(0));

function make({ issuer, keys, clients }) {
  const provider = new Provider(issuer, {
    clients,
    jwks: { keys },
    cookies: { keys: [cookieKey] },
    claims: { openid: ["sub", "acr", "amr", "auth_time"], profile: ["name"], flex: ["organisatie", "rol", "bsn", "gezag"] },
    scopes: ["openid", "profile", "flex"],
    acrValues: ["laag", "hoog"],
    conformIdTokenClaims: false,
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 },
    pkce: { methods: ["S256"], required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, interaction) => `/binnen/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id)?.token }) }),
    loadExistingGrant: async (context) => {
      const grant = new provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope("openid profile flex");
      await grant.save();
      return grant;
    },
  });
  provider.on("server_error", (_, failure) => console.error(failure));
  const answer = provider.callback();
  return (request, response) => (request.url.startsWith("/binnen/") ? enter(provider, request, response) : answer(request, response));
}

async function enter(provider, request, response) {
  if (request.method !== "POST") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end('<!doctype html><html lang="nl"><title>Proefaanbieder</title><h1>Proefaanbieder</h1><form method="post"><label>Naam <input name="wie"></label><button>Verder</button><button name="niet" value="ja">Afbreken</button></form>');
    return;
  }
  let body = "";
  for await (const part of request) body += part;
  const form = new URLSearchParams(body);
  const who = form.get("wie");
  const known = people.get(who);
  const result = form.get("niet") || !known ? { error: "access_denied" } : { login: { accountId: who, acr: known.acr, amr: known.amr } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
