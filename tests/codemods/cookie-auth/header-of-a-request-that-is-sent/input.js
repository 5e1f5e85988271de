import axios from 'axios';

export async function forward(req, res) {
  const headers = {};
  headers.authorization = process.env.UPSTREAM_KEY;
  const { data } = await axios.get(process.env.UPSTREAM_URL, { headers });
  res.json(data);
}
