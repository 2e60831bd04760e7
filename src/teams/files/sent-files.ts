import { z } from 'zod';
import type { SentFile } from '../../bot/file.ts';
import type { IncomingActivity } from '../activity.ts';
import { fetchFile } from './fetch-file.ts';

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';

const contentSchema = z.object({ downloadUrl: z.string().max(8000) });

/** The files that came with a message. */
export const sentFiles = (
  { attachments = [] }: IncomingActivity,
  development: boolean,
): readonly SentFile[] =>
  attachments.flatMap(({ contentType, name = '', content }) => {
    const info = contentSchema.safeParse(content);
    if (contentType !== downloadInfo || !info.success) return [];
    return [{ name, read: (mostBytes) => fetchFile(info.data.downloadUrl, mostBytes, development) }];
  });
