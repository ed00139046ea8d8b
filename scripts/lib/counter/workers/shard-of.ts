/** How hits are spread over shards. */

/** Which shard counts a network: all readers of one address meet the same shard, also over midnight. */
export function shardOf(network: string, shards: number): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < network.length; i++) hash = Math.imul(hash ^ network.charCodeAt(i), 0x01000193);
  return `shard-${(hash >>> 0) % shards}`;
}
