export default function AttributeTable({ layerId }: { layerId: string }) {
  return <section data-layer={layerId} />;
}
