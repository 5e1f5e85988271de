import { MARKER, markerExposures } from '../exposures/markers.ts';
import { createRule } from '../lint/create-rule.ts';

export default createRule({
  name: 'no-unfinished-migration',
  description: 'Disallow the markers that a migration leaves where a person has to decide',
  recommended: true,
  severity: 'low',
  cwe: [546],
  hint: /TODO\(httponly\)/,
  inTests: true,
  inComments: true,
  schema: [],
  defaultOptions: [],
  messages: {
    left:
      'A migration left this for a person: {{text}}. Until it is done the session may be half moved to cookies. ' +
      `Do what it says, then remove the ${MARKER} comment.`,
  },
  check: (file) =>
    markerExposures(file).map(({ range, text }) => ({
      messageId: 'left',
      range,
      data: { text: text === '' ? 'no reason is given' : text.replace(/\.$/, '') },
    })),
});
