import { createSlice, createAsyncThunk } from '@reduxjs/toolkit';
import orderService from './orderService';

export const getOrders = createAsyncThunk('orders/getAll', async (_, thunkAPI) => {
  try {
    const token = thunkAPI.getState().auth.user.token;
    return await orderService.getOrders(token);
  } catch (error) {
    return thunkAPI.rejectWithValue(error.message);
  }
});

export const createOrder = createAsyncThunk('orders/create', async (orderData, thunkAPI) => {
  try {
    const token = thunkAPI.getState().auth.user.token;
    return await orderService.createOrder(orderData, token);
  } catch (error) {
    return thunkAPI.rejectWithValue(error.message);
  }
});

export const orderSlice = createSlice({
  name: 'orders',
  initialState: { orders: [], message: '' },
  reducers: {},
  extraReducers: (builder) => {
    builder
      .addCase(getOrders.fulfilled, (state, action) => {
        state.orders = action.payload;
      })
      .addCase(createOrder.fulfilled, (state, action) => {
        state.orders.push(action.payload);
      })
      .addCase(getOrders.rejected, (state, action) => {
        state.message = action.payload;
      });
  },
});

export default orderSlice.reducer;
