import type { TSESTree } from '../../syntax/nodes.ts';
import { enclosingFunction, propertyName } from '../../syntax/nodes.ts';
import { nodesOf } from '../../syntax/source-file.ts';
import type { ServerApi } from './server-api.ts';

/**
 * Functions behind a gateway, whose answer is an object: `{ statusCode: 200, body: text }`, of AWS Lambda
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html), Netlify and others.
 */
export const serverless: ServerApi = {
  id: 'serverless',
  hint: /\bstatusCode\b/,
  *responses(file) {
    for (const answer of nodesOf(file, 'ObjectExpression')) {
      const property = (name: string): TSESTree.Property | undefined =>
        answer.properties.find((one): one is TSESTree.Property => one.type === 'Property' && propertyName(one) === name);
      const body = property('statusCode') && property('body');
      const handler = enclosingFunction(answer);
      if (body && handler) yield { api: serverless, node: answer, body: { file, node: body.value }, handler };
    }
  },
};
