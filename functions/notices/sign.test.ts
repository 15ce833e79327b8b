import { expect, test } from '@jest/globals';
import { secretOf, signedHeaders } from './sign.ts';

/** The example that the convention itself gives. */
const known = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  message: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1614265330, body: '{"test": 2432232314}' },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

test('signs as the convention Standard Webhooks does', () => {
  expect(signedHeaders([known.secret], known.message)).toEqual({
    'webhook-id': known.message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': known.signature,
  });
});

test('signs with each secret that is valid, in their order', () => {
  const other = secretOf(new Uint8Array(32).fill(7));
  const { 'webhook-signature': both } = signedHeaders([other, known.secret], known.message);
  const [first, second, ...more] = (both ?? '').split(' ');
  expect([first === known.signature, second, more]).toEqual([false, known.signature, []]);
});

test('another id, time or body has another signature', () => {
  const changed = [{ id: 'msg_2' }, { at: 1614265331 }, { body: '{"test": 2432232315}' }];
  for (const more of changed)
    expect(signedHeaders([known.secret], { ...known.message, ...more })['webhook-signature']).not.toBe(
      known.signature,
    );
});
