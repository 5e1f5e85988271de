/**
 * Engine.IO, under Socket.IO, names each connection by a random `sid`, which pages have to send back: it is no session of a user.
 * https://github.com/socketio/engine.io-protocol
 */
const ADDRESS = /[?&]EIO=\d/;

/** An address without the name of the connection. */
export function withoutConnection(address: string): string {
  return ADDRESS.test(address) ? address.replace(/([?&])sid=[^&#]*/, '$1') : address;
}

/**
 * What a server sends over a connection, without the name that it gives it. What a page sends is read whole: there a token would be.
 *
 * @param address Of the request, or of the socket.
 */
export function withoutConnectionName(address: string, text: string): string {
  if (!ADDRESS.test(address)) return text;
  // `0{"sid":…}` opens a connection, `40{"sid":…}` a namespace.
  const packets = text.split(SEPARATOR).map((packet) => packet.replace(/^(0|40[^,{]*,?)\{"sid":"[\w-]+"/, '$1{"sid":""'));
  return packets.join(SEPARATOR);
}

/** What parts the packets that are polled together. */
const SEPARATOR = '\u001E';
