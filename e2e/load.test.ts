import { expect, test } from '@playwright/test';
import { readWrk } from '../tools/bench/load.ts';

const SAID = `Running 30s test @ http://127.0.0.1:8080/
  2 threads and 200 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency    20.01ms   33.20ms   1.21s    90.01%
  Latency Distribution
     50%  812.00us
     75%   12.00ms
     90%   40.50ms
     99%    1.02s
  300000 requests in 30.00s, 9.00GB read
Requests/sec:  10000.12
Transfer/sec:    300.00MB
`;

test('the load test reads what wrk says, in its several units, and counts every error', () => {
  expect(readWrk(SAID)).toEqual({ requestsPerSecond: 10000.12, errors: 0, p50: 0.812, p99: 1020 });
  const errors = '  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 10\n';
  expect(readWrk(SAID + errors).errors).toBe(20);
});
