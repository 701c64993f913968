// Everything works without this file; it only saves a keystroke.
const first = document.querySelector("[data-focus]");
if (first) {
  first.focus();
}

// A letter on paper.
for (const part of document.querySelectorAll("[data-print]")) {
  const button = part.querySelector("button");
  part.querySelector("span").hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Who types is there, also when nothing is sent yet; who does not is warned before the session ends. What was typed
// stays on the page, and a form that is sent too late is kept by the server.
const idle = document.querySelector("[data-idle]");
if (idle) {
  const limit = Number(idle.dataset.idle) * 1000;
  const [warning, over] = idle.querySelectorAll("p");
  const button = idle.querySelector("button");
  let told = Date.now();
  const show = (ended) => {
    idle.hidden = false;
    warning.hidden = ended;
    button.hidden = ended;
    over.hidden = !ended;
  };
  const stay = async () => {
    told = Date.now();
    const answer = await fetch(idle.dataset.stay, { redirect: "manual" }).catch(() => undefined);
    if (answer?.status === 204) {
      idle.hidden = true;
    } else if (answer) {
      show(true);
    }
  };
  for (const sign of ["input", "keydown", "pointerdown"]) {
    document.addEventListener(sign, () => Date.now() - told > limit / 15 && Date.now() - told < limit && idle.hidden && stay(), { passive: true });
  }
  button.addEventListener("click", stay);
  setInterval(() => Date.now() - told > limit ? show(true) : Date.now() - told > limit - Math.min(120000, limit / 2) && show(false), 1000);
}

// A passkey: the device is asked, and its answer is sent as any form.
for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    continue;
  }
  const form = part.querySelector("form");
  part.querySelector("[data-without]").hidden = true;
  part.querySelector("[data-with]").hidden = false;
  form.addEventListener("submit", async (sending) => {
    const answer = form.elements.sleutel;
    if (answer.value) {
      return;
    }
    sending.preventDefault();
    try {
      const asked = JSON.parse(part.dataset.options);
      const given = part.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      answer.value = JSON.stringify(given.toJSON());
      form.requestSubmit();
    } catch {
      part.querySelector("[data-failed]").hidden = false;
    }
  });
}
