import { apiSlice } from './apiSlice';
import { logOut } from './authSlice';

export const authApiSlice = apiSlice.injectEndpoints({
  endpoints: (builder) => ({
    login: builder.mutation({
      query: (credentials) => ({ url: '/auth', method: 'POST', body: { ...credentials } }),
    }),
    sendLogout: builder.mutation({
      query: () => ({ url: '/auth/logout', method: 'POST' }),
      async onQueryStarted(arg, { dispatch, queryFulfilled }) {
        try {
          await queryFulfilled;
          dispatch(logOut());
          setTimeout(() => dispatch(apiSlice.util.resetApiState()), 0);
        } catch (err) {
          console.log(err);
        }
      },
    }),
    getNotes: builder.query({ query: () => '/notes', providesTags: ['Note'] }),
    addNote: builder.mutation({ query: (note) => ({ url: '/notes', method: 'POST', body: note }) }),
  }),
});

export const { useLoginMutation, useSendLogoutMutation, useGetNotesQuery, useAddNoteMutation } = authApiSlice;
