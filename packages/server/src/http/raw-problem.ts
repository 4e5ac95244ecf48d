import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody, type ProblemError } from '../problem.js';
import { baseHeaders } from './headers.js';
import { newRequestId } from './request-id.js';

/** Answers a problem on a connection on which no answer can be made otherwise, and closes it. */
export function endWithProblem(socket: Socket, error: ProblemError): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = problemBody(error, newRequestId());
  const text = JSON.stringify(body);
  const headers = {
    ...baseHeaders,
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(text)),
    'Fulian-Request-Id': body.requestId,
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
  socket.destroySoon();
}
