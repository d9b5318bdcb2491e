export function IssuesPanel() {
  return <div />;
}
