import { createServer, type Server } from 'node:net'

/**
 * A stand-in for an older PostgreSQL: lets anybody in and answers every query with one row of one
 * column, as the server of this number would answer `server_version_num`
 * (https://www.postgresql.org/docs/18/protocol-message-formats.html).
 */
export async function playOldPostgres(versionNumber: number): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
      socket.on('data', (bytes) => {
        if (bytes[0] === 'X'.charCodeAt(0)) return socket.end()
        const text = Buffer.from(String(versionNumber))
        return socket.write(
          Buffer.concat([
            message('T', Buffer.concat([int16(1), column('v')])),
            message('D', Buffer.concat([int16(1), int32(text.length), text])),
            message('C', Buffer.from('SELECT 1\0')),
            ready,
          ]),
        )
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const ready = message('Z', Buffer.from('I'))
const int4Oid = 23

/** Its name; no table, no column number; int4, 4 bytes, no modifier, as text. */
function column(name: string): Buffer {
  return Buffer.concat([
    Buffer.from(`${name}\0`),
    ...[int32(0), int16(0), int32(int4Oid), int16(4), int32(-1), int16(0)],
  ])
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
