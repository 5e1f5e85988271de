import { exposuresOfKind } from '../exposures/index.ts';
import { MARKER } from '../exposures/markers.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-unfinished-migration',
  description: 'Disallow the markers that a migration leaves where a person has to decide',
  recommended: true,
  hint: /TODO\(httponly\)/,
  inTests: true,
  schema: [],
  defaultOptions: [],
  messages: {
    left:
      'A migration left this for a person: {{text}}. Until it is done the session may be half moved to cookies. ' +
      `Do what it says, then remove the ${MARKER} comment.`,
  },
  check: (file) =>
    exposuresOfKind(file, 'marker').map(({ range, text }) => ({
      messageId: 'left',
      range,
      data: { text: text === '' ? 'no reason is given' : text.replace(/\.$/, '') },
    })),
});
