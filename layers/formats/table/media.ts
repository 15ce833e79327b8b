import type { Format } from '../core/format.ts';

/** Sound, film and programs (多媒体, 数据库和软件): identified, not read. */
export const mediaFormats: readonly Format[] = [
  {
    id: 'mp4',
    name: 'MPEG-4 media',
    mime: 'video/mp4',
    puid: 'fmt/199',
    extensions: ['mp4', 'm4v', 'm4a', '3gp'],
  },
  {
    id: 'quicktime',
    name: 'QuickTime',
    mime: 'video/quicktime',
    puid: 'x-fmt/384',
    extensions: ['mov', 'qt'],
  },
  { id: 'avi', name: 'AVI', mime: 'video/x-msvideo', puid: 'fmt/5', extensions: ['avi'] },
  { id: 'wav', name: 'WAVE audio', mime: 'audio/wav', puid: 'fmt/6', extensions: ['wav'] },
  { id: 'mp3', name: 'MP3 audio', mime: 'audio/mpeg', puid: 'fmt/134', extensions: ['mp3', 'mp2', 'mp1'] },
  {
    id: 'ogg',
    name: 'Ogg media',
    mime: 'application/ogg',
    puid: 'fmt/944',
    extensions: ['ogg', 'ogv', 'oga'],
  },
  {
    id: 'matroska',
    name: 'Matroska media',
    mime: 'video/x-matroska',
    puid: 'fmt/569',
    extensions: ['mkv', 'webm'],
  },
  { id: 'flac', name: 'FLAC audio', mime: 'audio/flac', puid: 'fmt/279', extensions: ['flac'] },
  { id: 'flv', name: 'Flash video', mime: 'video/x-flv', puid: 'x-fmt/382', extensions: ['flv'] },
  {
    id: 'asf',
    name: 'Windows Media',
    mime: 'video/x-ms-asf',
    puid: 'fmt/131',
    extensions: ['wmv', 'wma', 'asf'],
  },
  {
    id: 'mpeg',
    name: 'MPEG program stream',
    mime: 'video/mpeg',
    puid: 'x-fmt/386',
    extensions: ['mpg', 'mpeg', 'vob'],
  },
  {
    id: 'exe',
    name: 'Windows program',
    mime: 'application/vnd.microsoft.portable-executable',
    puid: 'x-fmt/411',
    extensions: ['exe', 'dll', 'ocx'],
  },
  { id: 'elf', name: 'ELF program', mime: 'application/x-elf', puid: 'fmt/690', extensions: [] },
];
