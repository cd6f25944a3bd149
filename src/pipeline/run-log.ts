import { createHash } from 'node:crypto';
import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { ChainKey } from './audit-chain.js';
import { chainKey } from './audit-chain.js';
import { auditKey, keyPath, retiredKeys } from './audit-key.js';
import { AUDIT_LOG, type AuditLog, type LogPlace, openAuditLog } from './audit-log.js';
import { loadPipeline } from './file/load.js';
import { LOG_HEAD } from './log-head.js';
import type { Manifest } from './manifest.js';

/**
 * Where the log of a pipeline is: in the folder that its `audit_log` names, else beside the pipeline file; beside
 * the output folder where the pipeline's own folder is read-only, as a mounted configuration is.
 */
export async function auditLogPath(
  { path, dir, auditLog }: Pick<PipelineFile, 'path' | 'dir' | 'auditLog'>,
  outDir: string,
): Promise<string> {
  const name = `${basename(path).replace(/\.ya?ml$/i, '')}.audit-log.jsonl`;
  if (auditLog !== null) return join(resolve(dir, auditLog), name);
  const writable = await access(dir, constants.W_OK).then(
    () => true,
    () => false,
  );
  return join(writable ? dir : dirname(resolve(outDir)), name);
}

/** The key of a pipeline's log, or null for a plain one. Throws as `auditKey` does. */
export async function logKey(pipeline: Pick<PipelineFile, 'dir' | 'privacy'>): Promise<ChainKey | null> {
  const bytes = await auditKey(pipeline);
  return bytes === null ? null : chainKey(bytes);
}

/** The place of a pipeline's log; `dir` is the folder of the run whose lines are written. Throws as `auditKey` does. */
export async function logPlace(
  pipeline: PipelineFile,
  { path, runId, dir }: { readonly path: string; readonly runId: string; readonly dir: string },
): Promise<LogPlace> {
  const key = await logKey(pipeline);
  const sealed = keyPath(pipeline);
  return {
    path,
    runId,
    key,
    retired: (await retiredKeys(pipeline)).map(chainKey),
    heads: key !== null && sealed !== null ? [headBesideKey(sealed, path)] : [],
    witnesses: [join(dir, LOG_HEAD)],
  };
}

/** The second place that whoever can write the log cannot forge: beside the key, a head for each log sealed with it. */
function headBesideKey(key: string, log: string): string {
  const name = createHash('sha256').update(resolve(log)).digest('hex').slice(0, 16);
  return join(dirname(key), 'log-heads', `${name}.${LOG_HEAD}`);
}

/** The log that a command on a finished run adds to. Where the pipeline file is gone, that is the run's own copy. */
export async function logPlaceOf(dir: string, manifest: Manifest): Promise<LogPlace> {
  const pipeline = await loadPipeline(manifest.pipeline.path).catch(() => null);
  const own = join(dir, AUDIT_LOG);
  const named = manifest.audit_log ?? null;
  const path =
    named !== null && (await stat(named).catch(() => null))
      ? named
      : pipeline === null
        ? own
        : await auditLogPath(pipeline, dir);
  const runId = manifest.run_id;
  if (pipeline === null) return { path, runId, key: null, heads: [join(dir, LOG_HEAD)], witnesses: [] };
  return logPlace(pipeline, { path, runId, dir });
}

export async function openLogOf(dir: string, manifest: Manifest): Promise<AuditLog> {
  return openAuditLog(await logPlaceOf(dir, manifest));
}
