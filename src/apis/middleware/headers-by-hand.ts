import { nodesWithin } from '../../syntax/source-file.ts';
import { policyOfText, textsIn } from './content-security-policy.ts';
import type { MiddlewareApi } from './middleware-api.ts';

const NAME = /^content-security-policy$/i;
const OTHERS = /^(?:x-frame-options|x-content-type-options|strict-transport-security|referrer-policy)$/i;

/** `res.setHeader('Content-Security-Policy', …)` in a function of the app, or other headers without it. */
export const headersByHand: MiddlewareApi = {
  id: 'headers-by-hand',
  protects: 'headers',
  isWrittenIn: (functions) =>
    functions.some(({ file, node }) =>
      nodesWithin(file, 'Literal', node).some((one) => NAME.test(String(one.value)) || OTHERS.test(String(one.value))),
    ),
  policy({ file, node }) {
    const name = nodesWithin(file, 'Literal', node).find((one) => NAME.test(String(one.value)));
    if (!name) return { state: 'none', at: { file, node } };
    const { parent } = name;
    return {
      state: policyOfText(
        textsIn(file, parent)
          .filter((text) => !NAME.test(text))
          .join(' '),
      ),
      at: { file, node: name },
    };
  },
};
