import { describe, expect, it } from 'vitest';
import { migratedPages } from '../support/migrated-pages.ts';

const SLICE = `import { createSlice } from '@reduxjs/toolkit';

const slice = createSlice({
  name: 'auth',
  initialState: { user: null, token: localStorage.getItem('token') },
  reducers: {
    entered: (state, action) => {
      const { user, token } = action.payload;
      state.user = user;
      state.token = token;
      localStorage.setItem('token', token);
    },
    left: (state) => {
      state.user = null;
      state.token = null;
      localStorage.removeItem('token');
    },
  },
});
export const { entered, left } = slice.actions;
export default slice.reducer;
`;

const BASE = `fetchBaseQuery({
  baseUrl: '/api',
  prepareHeaders(headers, api) {
    const { token } = api.getState().auth;
    if (token) headers.set('Authorization', \`Bearer \${token}\`);
    return headers;
  },
})`;

const STORE = `import { configureStore } from '@reduxjs/toolkit';
import auth from './slice';
import { api } from './api';

export const store = configureStore({ reducer: { auth, [api.reducerPath]: api.reducer } });
`;

/** An api with a sign-in endpoint, of which one option more is given, and other files beside it. */
function app(endpoint: string, others: Readonly<Record<string, string>> = {}, base = BASE): ReturnType<typeof migratedPages> {
  return migratedPages({
    'src/slice.js': SLICE,
    'src/store.js': STORE,
    'src/api.js': `import { createApi, fetchBaseQuery, retry } from '@reduxjs/toolkit/query/react';
import { entered, left } from './slice';

export const api = createApi({
  baseQuery: ${base},
  endpoints: (build) => ({
    signIn: build.mutation({
      query: (body) => ({ url: '/login', method: 'POST', body }),${endpoint}
    }),
    orders: build.query({ query: () => '/orders' }),
  }),
});
export const { useSignInMutation } = api;
`,
    ...others,
  });
}

describe('what makes the requests of RTK Query', () => {
  it('is given the function of the session, and sets no header any more', () => {
    const { texts, notes } = app('', { 'src/guard.js': 'export const isIn = (store) => !!store.getState().auth.token;\n' });
    expect(notes).toEqual([]);
    expect(texts['src/api.js']).toContain("fetchBaseQuery({\n  baseUrl: '/api',\n  fetchFn: apiFetch,\n})");
    expect(texts['src/guard.js']).toContain('=> store.getState().auth.isSignedIn;');
  });

  it.each([
    [
      'other headers stay',
      "headers.set('X-App', 'web');\n    ",
      "prepareHeaders(headers) {\n    headers.set('X-App', 'web');\n    return headers;",
    ],
    ['without others there is none', '', 'fetchBaseQuery({\n  fetchFn: apiFetch,\n})'],
  ])('keeps what else is told of requests: %s', (_, more, expected) => {
    const base = `fetchBaseQuery({
  prepareHeaders(headers) {
    ${more}const token = localStorage.getItem('token');
    if (token) headers.set('Authorization', \`Bearer \${token}\`);
    return headers;
  },
})`;
    const { texts, notes } = app('', {}, base);
    expect(notes).toEqual([]);
    expect(texts['src/api.js']).toContain(expected);
  });

  it.each([
    ['none', 'fetchBaseQuery()', 'fetchBaseQuery({ fetchFn: apiFetch })'],
    ['in a variable', 'fetchBaseQuery(settings)', 'fetchBaseQuery({ ...settings, fetchFn: apiFetch })'],
    [
      'behind retries',
      "retry(fetchBaseQuery({ baseUrl: '/api' }), { maxRetries: 2 })",
      "retry(fetchBaseQuery({ baseUrl: '/api', fetchFn: apiFetch })",
    ],
  ])('takes settings that are %s', (_, base, expected) => {
    const { texts, notes } = migratedPages({
      'src/api.js': `import { createApi, fetchBaseQuery, retry } from '@reduxjs/toolkit/query/react';
const settings = { baseUrl: '/api' };
export const api = createApi({ baseQuery: ${base}, endpoints: () => ({}) });
export const isIn = () => !!localStorage.getItem('token');
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/api.js']).toContain(expected);
  });

  it.each([
    ['a fetch of its own', "{ baseUrl: '/api', fetchFn: (...given) => fetch(...given) }"],
    ['settings that are not seen', 'settingsOf(import.meta.env)'],
    ['settings of which some are not seen', "{ baseUrl: '/api', ...defaults }"],
  ])('is left where it has %s', (_, settings) => {
    const { texts, notes } = migratedPages({
      'src/api.js': `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query';
import { defaults, settingsOf } from './elsewhere';
export const api = createApi({ baseQuery: fetchBaseQuery(${settings}), endpoints: () => ({}) });
`,
    });
    expect(notes).toEqual([expect.stringContaining('RTK Query may be given a `fetchFn`')]);
    expect(texts['src/api.js']).not.toContain('import { apiFetch');
  });

  it('is told once', () => {
    const { texts } = migratedPages({
      'src/api.js': `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query';
import { apiFetch } from './session';
export const api = createApi({ baseQuery: fetchBaseQuery({ baseUrl: '/api', fetchFn: apiFetch }), endpoints: () => ({}) });
`,
    });
    expect(texts['src/api.js']).toContain("fetchBaseQuery({ baseUrl: '/api', fetchFn: apiFetch }),");
  });
});

describe('the token out of the answer of an endpoint', () => {
  it.each([
    [
      'in a function that is called when it begins',
      `
      async onQueryStarted(_, { dispatch, queryFulfilled }) {
        const { data } = await queryFulfilled;
        dispatch(entered({ user: data.user, token: data.token }));
      },`,
      'const { data } = await queryFulfilled;\n        dispatch(entered({ user: data.user }));',
    ],
    [
      'there, out of the whole',
      `
      onQueryStarted: async (_, { dispatch, queryFulfilled: done }) => {
        const answer = await done;
        localStorage.setItem('token', answer.data.token);
        dispatch(left());
      },`,
      'await done;\n        dispatch(left());',
    ],
    [
      'there, out of the helper object',
      `
      async onQueryStarted(_, helper) {
        const { data: { token } } = await helper.queryFulfilled;
        localStorage.setItem('token', token);
        helper.dispatch(left());
      },`,
      'await helper.queryFulfilled;\n        helper.dispatch(left());',
    ],
    [
      'where it is given another form',
      `
      transformResponse: (response) => {
        localStorage.setItem('token', response.token);
        return response.user;
      },`,
      '(response) => {\n        return response.user;',
    ],
    [
      'where it is taken apart as a parameter',
      `
      transformResponse: ({ user, token }) => {
        localStorage.setItem('token', token);
        return user;
      },`,
      'transformResponse: ({ user }) => {\n        return user;',
    ],
  ])('%s', (_, endpoint, expected) => {
    const { texts, notes } = app(endpoint);
    expect(notes).toEqual([]);
    expect(texts['src/api.js']).toContain(expected);
  });

  it.each([
    [
      'of an action as a whole',
      '(state, action) => {\n    state.user = action.payload.user;\n    state.token = action.payload.token;\n  }',
      'api.endpoints.signIn.matchFulfilled',
      'state.isSignedIn = hasSession();',
    ],
    [
      'of an action that is taken apart',
      "(state, { payload }) => {\n    state.token = payload.token;\n    localStorage.setItem('token', payload.token);\n  }",
      'api.endpoints.signIn.matchFulfilled',
      'state.isSignedIn = hasSession();\n  }',
    ],
    [
      'of one of several endpoints',
      '(state, { payload: { user, token } }) => {\n    state.user = user;\n    state.token = token;\n  }',
      'isAnyOf(api.endpoints.orders.matchFulfilled, api.endpoints.signIn.matchFulfilled)',
      '{ payload: { user } }) => {\n    state.user = user;\n    state.isSignedIn = hasSession();',
    ],
  ])('in a reducer, out %s', (_, reducer, matcher, expected) => {
    const { texts, notes } = app('', {
      'src/slice.js': `import { createSlice, isAnyOf } from '@reduxjs/toolkit';
import { api } from './api';

const slice = createSlice({
  name: 'auth',
  initialState: { user: null, token: localStorage.getItem('token') },
  reducers: { left: (state) => { state.token = null; localStorage.removeItem('token'); }, entered() {} },
  extraReducers: (builder) => {
    builder.addMatcher(${matcher}, ${reducer});
  },
});
export const { left, entered } = slice.actions;
export default slice.reducer;
`,
      'src/guard.js': 'export const isIn = (store) => !!store.getState().auth.token;\n',
    });
    expect(notes).toEqual([]);
    expect(texts['src/slice.js']).toContain(expected);
  });

  it.each([
    [
      'of a call of the hook, unwrapped',
      `const [signIn] = useSignInMutation();
  return async (body) => {
    const { user, token } = await signIn(body).unwrap();
    dispatch(entered({ user, token }));
  };`,
      'const { user } = await signIn(body).unwrap();\n    dispatch(entered({ user }));',
    ],
    [
      'of a call of the hook that tells of failures too',
      `const [signIn] = useSignInMutation();
  return async (body) => {
    const result = await signIn(body);
    if (result.data?.token) localStorage.setItem('token', result.data.token), dispatch(left());
    return !result.data?.token;
  };`,
      'return !result.data?.expires_at;',
    ],
    [
      'of what a hook says of its last call',
      `const [signIn, { data, isSuccess }] = useSignInMutation();
  useEffect(() => {
    if (isSuccess) dispatch(entered({ user: data.user, token: data.token }));
  }, [data, isSuccess]);
  return signIn;`,
      'if (isSuccess) dispatch(entered({ user: data.user }));',
    ],
    [
      'of what is dispatched',
      `return async (body) => {
    const { data } = await dispatch(api.endpoints.signIn.initiate(body));
    dispatch(entered({ user: data.user, token: data.token }));
  };`,
      'dispatch(entered({ user: data.user }));',
    ],
  ])('in a component, out %s', (_, code, expected) => {
    const { texts, notes } = app('', {
      'src/login.jsx': `import { useEffect } from 'react';
import { useDispatch } from 'react-redux';
import { api, useSignInMutation } from './api';
import { entered, left } from './slice';

export function useLogin() {
  const dispatch = useDispatch();
  ${code}
}
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/login.jsx']).toContain(expected);
  });

  it('of an endpoint that was given to the api later, whose hook is a member of it', () => {
    const { texts, notes } = app('', {
      'src/more.js': `import { api } from './api';
export const more = api.enhanceEndpoints({ addTagTypes: ['x'] }).injectEndpoints({
  endpoints: (build) => ({ renew: build.mutation({ query: () => ({ url: '/refresh', method: 'POST' }) }) }),
});
`,
      'src/renew.js': `import { more } from './more';
import { entered } from './slice';
export function useRenewal(dispatch) {
  const [renew] = more.useRenewMutation();
  return () => renew().unwrap().then(({ user, token }) => dispatch(entered({ user, token })));
}
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/renew.js']).toContain('.then(({ user }) => dispatch(entered({ user })))');
  });

  it('leaves alone what another endpoint answers with', () => {
    const { texts } = app('', {
      'src/invite.jsx': `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
const invites = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: '/api' }),
  endpoints: (build) => ({ invite: build.mutation({ query: () => '/invitations' }) }),
});
export function useInvite() {
  const [invite] = invites.useInviteMutation();
  return async () => (await invite().unwrap()).token;
}
`,
    });
    expect(texts['src/invite.jsx']).toContain('return async () => (await invite().unwrap()).token;');
  });
});

describe('a base query of the app', () => {
  const RENEWING = `async (args, api, extra) => {
  let result = await base(args, api, extra);
  if (result.error?.status === 401) {
    const renewed = await base({ url: '/refresh', method: 'POST' }, api, extra);
    if (renewed.data?.token) {
      api.dispatch(entered({ user: renewed.data.user, token: renewed.data.token }));
      result = await base(args, api, extra);
    } else api.dispatch(left());
  }
  return result;
}`;

  it('asks the answer to a renewal by itself, for the session may be thought to go on', () => {
    const { texts, notes } = app('', {
      'src/api.js': `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
import { entered, left } from './slice';
const base = ${BASE};
export const api = createApi({ baseQuery: ${RENEWING}, endpoints: () => ({}) });
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/api.js']).toContain('if (renewed.data?.expires_at) {\n      api.dispatch(entered({ user: renewed.data.user }));');
  });

  it('is asked by an endpoint with a function of its own, too', () => {
    const { texts, notes } = app('', {
      'src/api.js': `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
import { entered, left } from './slice';
export const api = createApi({
  baseQuery: ${BASE},
  endpoints: (build) => ({
    signIn: build.mutation({
      async queryFn(body, { dispatch }, extra, ask) {
        const { data, error } = await ask({ url: '/login', method: 'POST', body });
        if (error) return { error };
        dispatch(entered({ user: data.user, token: data.token }));
        return { data: data.user };
      },
    }),
  }),
});
`,
    });
    expect(notes).toEqual([]);
    expect(texts['src/api.js']).toContain('dispatch(entered({ user: data.user }));');
  });

  it('is made by a function', () => {
    const { texts, notes } = app('', {}, `makeBase('/api')`);
    expect(notes).toEqual([]);
    expect(texts['src/api.js']).toContain("makeBase('/api')");
    const made = app('', {
      'src/api.js': `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';
const makeBase = (baseUrl) => fetchBaseQuery({ baseUrl });
export const api = createApi({
  baseQuery: makeBase('/api'),
  endpoints: (build) => ({
    signIn: build.mutation({
      query: (body) => ({ url: '/login', method: 'POST', body }),
      transformResponse: ({ user, token }) => {
        localStorage.setItem('token', token);
        return user;
      },
    }),
  }),
});
`,
    });
    expect(made.notes).toEqual([]);
    expect(made.texts['src/api.js']).toContain('fetchBaseQuery({ baseUrl, fetchFn: apiFetch })');
    expect(made.texts['src/api.js']).toContain('transformResponse: ({ user }) => {\n        return user;');
  });
});
