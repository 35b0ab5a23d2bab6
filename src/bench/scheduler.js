// The one-shot on a schedule, in a process that stays; once at the start, so that everything is loaded.
import Redis from 'ioredis';
import cron from 'node-cron';

async function keepAlive() {
  const redis = new Redis(process.env.UPSTASH_REDIS_URL);
  try {
    const result = await redis.ping();
    console.log(`[${new Date().toISOString()}] Upstash Redis keep-alive: ${result}`);
  } catch (error) {
    console.error(`[${new Date().toISOString()}] Keep-alive failed:`, error.message);
  } finally {
    redis.disconnect();
  }
}

cron.schedule('0 */6 * * *', keepAlive);
await keepAlive();
