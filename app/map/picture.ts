/** A picture of the map for a report. */
export async function exportPicture(): Promise<void> {
}
