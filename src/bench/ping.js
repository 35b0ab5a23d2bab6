// The one-shot: connect, PING, disconnect.
import Redis from 'ioredis';

const redis = new Redis(process.env.UPSTASH_REDIS_URL);

try {
  const result = await redis.ping();
  console.log(`[${new Date().toISOString()}] Upstash Redis keep-alive: ${result}`);
} catch (error) {
  console.error(`[${new Date().toISOString()}] Keep-alive failed:`, error.message);
  process.exitCode = 1;
} finally {
  redis.disconnect();
}
