/** A name that every file system takes: without what Windows forbids, no longer than most archives show. */
export function fileName(name: string, fallback: string): string {
  const clean = name.replace(/[\u0000-\u001f<>:"/\\|?*\u007f]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '').slice(0, 80);
  return clean === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? `${fallback}_${clean}`.replace(/_$/, '') : clean;
}

/** Names that differ whatever the case. */
export function uniqueName(name: string, used: Set<string>): string {
  let unique = name;
  for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
  used.add(unique.toLowerCase());
  return unique;
}
