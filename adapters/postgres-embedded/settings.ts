/**
 * How the embedded PostgreSQL runs; given at every start, so they follow the code and not the folder.
 * Durability is written out though it is the default: it must not depend on a file in the data folder.
 */
export const settings = (port: number): string[] =>
  Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    // No socket file: its path would have to fit in 107 bytes, and the data folder's may be longer.
    unix_socket_directories: '',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // A laptop's share: a few tens of MB in all.
    shared_buffers: '64MB',
    max_connections: '60',
    max_wal_size: '512MB',
    io_method: 'sync',
    wal_level: 'replica',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
