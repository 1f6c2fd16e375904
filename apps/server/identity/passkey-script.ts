/** What the pages of login and account run: it asks the device, and sends on what it says. No other script is on them. */
export const passkeyScript = `
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
const send = async (url, body) => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'muster-page': '1' },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.detail || 'Muster did not take it.');
  return said;
};
const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
const tell = (url, credential, response) =>
  send(url, {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...response },
  });

async function register(url) {
  const options = await send(url + '/options', {});
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: named(options.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  const { response } = made;
  return tell(url, made, {
    attestationObject: text(response.attestationObject),
    transports: response.getTransports ? response.getTransports() : [],
  });
}

async function logIn(url) {
  const options = await send(url + '/options', {});
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) };
  const given = await navigator.credentials.get({ publicKey });
  const { response } = given;
  return tell(url, given, {
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : undefined,
  });
}

for (const button of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const said = document.getElementById('passkey-said');
    said.textContent = '';
    button.disabled = true;
    try {
      const act = button.dataset.passkey === 'register' ? register : logIn;
      location.assign((await act(button.dataset.url)).next);
    } catch (error) {
      said.textContent = error.name === 'NotAllowedError' ? 'Nothing was done: the device was not touched in time, or has no passkey for here.' : error.message;
      button.disabled = false;
    }
  });
}
`;
