import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { ClusterSpec, PipelineFile } from '../audit/pipeline-file.js';
import { secret } from '../audit/secret.js';
import { type TrinoAccess, trinoClient } from '../engine/trino-client.js';
import type { WorkSchema } from '../engine/trino-work.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { type ExitCode, Failure } from '../text/failure.js';

export type Clustered = Pick<PipelineFile, 'dir' | 'cluster'>;

/**
 * A work schema of a cluster, reached as the pipeline file says. Where an exit code is told, for commands that need the cluster
 * at once, it is not waited for.
 *
 * @throws {Failure} `cluster-secret` (exit code 2).
 */
export async function workOf(
  { dir }: Clustered,
  cluster: ClusterSpec,
  name: string,
  stage: () => string,
  exitCode?: ExitCode,
): Promise<WorkSchema & { readonly shared: string }> {
  const { url, user, catalog, location } = cluster;
  const ca = cluster.caFile === null ? null : await fileOf('ca_file', dir, cluster.caFile);
  const access: TrinoAccess = {
    url,
    user,
    secret: await secretOf(cluster, dir),
    ...(ca === null ? {} : { ca }),
    catalog,
    schema: name,
  };
  const client = trinoClient(access, stage, exitCode === undefined ? {} : { exitCode, patience: 0 });
  return { client, catalog, name, shared: pathOf(dir, cluster.shared), location };
}

async function secretOf(
  { passwordFile, tokenFile }: ClusterSpec,
  dir: string,
): Promise<TrinoAccess['secret']> {
  if (passwordFile !== null) return { password: secret(await fileOf('password_file', dir, passwordFile)) };
  if (tokenFile !== null) return { token: secret(await fileOf('token_file', dir, tokenFile)) };
  const { TOTSUGO_TRINO_PASSWORD: password, TOTSUGO_TRINO_TOKEN: token } = process.env;
  if (password) return { password: secret(password) };
  return token ? { token: secret(token) } : null;
}

/** @throws {Failure} `cluster-secret` (exit code 2). */
async function fileOf(option: string, dir: string, file: string): Promise<string> {
  const path = pathOf(dir, file);
  const bytes = await readRegular(path, LIMITS.key * 16).catch((cause: unknown) => {
    throw new Failure('cluster-secret', { values: { option, path }, cause });
  });
  const text = bytes.toString('utf8').trim();
  if (text === '') throw new Failure('cluster-secret', { values: { option, path } });
  return text;
}

/** A path of the pipeline file. */
export function pathOf(dir: string, path: string): string {
  return resolve(dir, path.replace(/^~(?=[\\/]|$)/, homedir()));
}
