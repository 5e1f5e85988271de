import { apiSlice } from './apiSlice';

export const orderApi = apiSlice.injectEndpoints({
  endpoints: (builder) => ({
    getOrders: builder.query({ query: () => '/orders', providesTags: ['Order'] }),
    createOrder: builder.mutation({
      query: (order) => ({ url: 'orders', method: 'POST', body: order }),
      invalidatesTags: ['Order'],
    }),
  }),
});

export const { useGetOrdersQuery, useCreateOrderMutation } = orderApi;
