import type { RuleCases } from '../support/rule-cases.ts';

export default {
  rule: 'no-token-in-message',
  valid: [
    {
      name: 'word that somebody signed in',
      code: "window.opener.postMessage({ type: 'signed-in' }, window.location.origin);\nnew BroadcastChannel('auth').postMessage('signed-out');",
    },
    { name: 'whether there is one', code: "window.parent.postMessage({ signedIn: Boolean(accessToken) }, '*');" },
    {
      name: 'a worker',
      code: "const worker = new Worker('auth.js');\nworker.postMessage({ accessToken });\nthis.worker.postMessage({ accessToken }, [buffer]);",
    },
    {
      name: 'a worker of a service',
      code: "navigator.serviceWorker.controller.postMessage({ type: 'TOKEN', accessToken });\nregistration.active.postMessage({ accessToken });",
    },
    {
      name: 'a port',
      code: 'const { port1 } = new MessageChannel();\nport1.postMessage(accessToken);\nport.postMessage({ accessToken });',
    },
    { name: 'from a worker', filename: 'src/auth.worker.js', code: 'self.postMessage({ accessToken });\npostMessage({ accessToken });' },
    { name: 'a native shell', code: 'window.ReactNativeWebView.postMessage(JSON.stringify({ accessToken }));' },
    {
      name: 'another method',
      code: 'chat.postMessage({ channel, text: accessToken });\nslack.chat.postMessage({ token: accessToken, channel });',
    },
    {
      name: 'numbers by which a page knows its own messages',
      filename: 'client/tick.js',
      code: `
const isSession = localStorage.getItem('session') !== null;
const later = ((token, waiting) => {
  self.addEventListener('message', ({ data }) => { if (data === token) waiting.shift()?.(); });
  return (run) => { waiting.push(run); window.postMessage(token, '*'); };
})(\`tick@\${Math.random()}\`, []);
export function next(login, run) {
  const token = 'next-' + Math.random().toString(36).slice(2);
  window.addEventListener('message', ({ data }) => data === token && run());
  window.postMessage(token, '*');
}
export function ask(frame, auth) {
  const token = Date.now() + Math.random();
  frame.contentWindow.postMessage({ token, question: 'size' }, '*');
  const other = { token: crypto.randomUUID(), question: 'colour' };
  frame.contentWindow.postMessage(other, '*');
}`,
    },
    { name: 'anti-forgery', code: "window.parent.postMessage({ csrfToken }, '*');" },
    {
      name: "a lexer's token",
      filename: 'src/playground.js',
      code: "export const show = (token, session) => {\n  frame.contentWindow.postMessage({ token, session }, '*');\n  return token.type;\n};",
    },
    { name: 'a test', filename: 'src/a.test.js', code: "window.postMessage({ accessToken }, '*');" },
  ],
  invalid: [
    {
      name: 'a token beside a number of the message',
      code: "const token = sessionStorage.getItem('token');\nconst id = Math.random();\nwindow.opener.postMessage({ id, token }, '*');",
      errors: [{ messageId: 'sentToAny', line: 3, column: 1 }],
    },
    {
      name: 'to any origin',
      code: "window.opener.postMessage({ accessToken }, '*');",
      errors: [{ messageId: 'sentToAny', line: 1, column: 1 }],
    },
    {
      name: "to the page's own origin",
      code: "window.opener.postMessage({ type: 'token', token: accessToken }, window.location.origin);",
      errors: [{ messageId: 'sent', line: 1, column: 1 }],
    },
    {
      name: 'to a known origin',
      code: "window.parent.postMessage(accessToken, 'https://app.acme.example');",
      errors: [{ messageId: 'sent', line: 1, column: 1 }],
    },
    {
      name: 'to an origin that is kept',
      code: "const TARGET = '*';\nparent.postMessage({ accessToken }, TARGET);\nframe.contentWindow.postMessage({ accessToken }, targetOrigin);",
      errors: [
        { messageId: 'sentToAny', line: 2, column: 1 },
        { messageId: 'sent', line: 3, column: 1 },
      ],
    },
    {
      name: 'an object of options',
      code: "popup.postMessage({ accessToken }, { targetOrigin: '*' });",
      errors: [{ messageId: 'sentToAny', line: 1, column: 1 }],
    },
    {
      name: 'read on the spot: one report',
      code: "iframe.contentWindow.postMessage({ token: localStorage.getItem('token') }, '*');",
      errors: [{ messageId: 'sentToAny', line: 1, column: 1 }],
    },
    {
      name: 'as JSON, optional chaining',
      code: "window.opener?.postMessage(JSON.stringify({ accessToken }), '*');\nwindow['opener']['postMessage'](accessToken, '*');",
      errors: [
        { messageId: 'sentToAny', line: 1, column: 1 },
        { messageId: 'sentToAny', line: 2, column: 1 },
      ],
    },
    {
      name: 'a message made before',
      code: "const message = { type: 'login', accessToken };\nwindow.parent.postMessage(message, '*');",
      errors: [{ messageId: 'sentToAny', line: 2, column: 1 }],
    },
    {
      name: 'the answer to a message',
      code: "window.addEventListener('message', (event) => event.source.postMessage({ accessToken }, event.origin));",
      errors: [{ messageId: 'sent', line: 1, column: 47 }],
    },
    {
      name: 'a bare token where people sign in',
      code: "const token = await login(email, password);\nwindow.opener.postMessage({ token }, '*');",
      errors: [{ messageId: 'sentToAny', line: 2, column: 1 }],
    },
    {
      name: 'a broadcast',
      code: "const channel = new BroadcastChannel('auth');\nchannel.postMessage({ accessToken });",
      errors: [{ messageId: 'broadcast', line: 2, column: 1 }],
    },
    {
      name: 'a broadcast, in a field, renamed',
      code: "import { BroadcastChannel as Channel } from 'broadcast-channel';\nclass Auth {\n  channel = new BroadcastChannel('auth');\n  send = (token) => this.channel.postMessage({ accessToken: token.value });\n}\nnew Channel('auth').postMessage(accessToken);",
      errors: [
        { messageId: 'broadcast', line: 4, column: 21 },
        { messageId: 'broadcast', line: 6, column: 1 },
      ],
    },
    {
      name: 'Vue',
      filename: 'A.vue',
      code: "<script>\nexport default {\n  mounted() {\n    window.opener.postMessage({ accessToken: this.accessToken }, '*');\n  },\n};\n</script>",
      errors: [{ messageId: 'sentToAny', line: 4, column: 5 }],
    },
    {
      name: 'Svelte',
      filename: 'A.svelte',
      code: "<script>\n  export let accessToken;\n  window.parent.postMessage({ accessToken }, '*');\n</script>",
      errors: [{ messageId: 'sentToAny', line: 3, column: 3 }],
    },
  ],
} satisfies RuleCases;
