import { callsOf } from '../../syntax/functions.ts';
import { shapeOf } from '../../flow/objects.ts';
import { originOf } from '../../flow/origin.ts';
import { corsPolicies } from './cors.ts';
import type { ServerApi } from './server-api.ts';

/** socket.io, https://socket.io/docs/v4/handling-cors/: its server takes the options of the cors package under `cors`. */
export const socketIo: ServerApi = {
  id: 'socket.io',
  hint: /socket\.io/,
  *cors(file) {
    for (const call of callsOf(file)) {
      if (!/^socket\.io#(?:Server)?(?:\(\)|<new>)?$/.test(originOf(file, call.callee) ?? '')) continue;
      for (const argument of call.arguments) {
        const cors = argument.type === 'SpreadElement' ? undefined : shapeOf({ file, node: argument })?.entries.get('cors');
        if (cors && shapeOf({ file: cors.file, node: cors.value })) yield* corsPolicies(socketIo, cors.file, call, cors.value, 'any');
      }
    }
  },
};
