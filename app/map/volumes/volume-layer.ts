import { Layer, picking, project32, type UpdateParameters } from '@deck.gl/core';
import { Buffer, type Device } from '@luma.gl/core';
import { Model } from '@luma.gl/engine';
import type { VolumeMesh } from '../../../geo/index.ts';
import { FRAGMENT, VERTEX, volumeUniforms } from './volume-shader.ts';

interface VolumeProps {
  mesh: VolumeMesh;
  part: 'faces' | 'edges';
  /** Which of the mesh's faces or edges. */
  indices: Uint32Array;
  /** Depths between which something is drawn, m. */
  range: readonly [above: number, below: number];
  alpha: number;
}
interface MeshBuffers {
  positions: Buffer;
  colors: Buffer;
  rows: Buffer;
}
const NEARER = 3e-4;
/** Vertices of a mesh go to the card once, for all layers that draw of it. */
const uploaded = new WeakMap<Device, WeakMap<VolumeMesh, MeshBuffers>>();
function buffersOf(device: Device, mesh: VolumeMesh): MeshBuffers {
  const known = uploaded.get(device) ?? new WeakMap<VolumeMesh, MeshBuffers>();
  uploaded.set(device, known);
  const buffers = known.get(mesh) ?? { positions: device.createBuffer(mesh.positions), colors: device.createBuffer(mesh.colors), rows: device.createBuffer(mesh.rows) };
  known.set(mesh, buffers);
  return buffers;
}

/** Draws volumes from arrays that are ready for the card: no work on the page's thread but handing them over, and none a frame but a draw. */
export class VolumeLayer extends Layer<Required<VolumeProps>> {
  static override layerName = 'VolumeLayer';
  static override defaultProps = {
    mesh: { type: 'object', value: null, compare: 0 }, part: 'faces', indices: { type: 'object', value: null, compare: 0 }, range: { type: 'array', value: [0, 1000], compare: true }, alpha: 1,
  } as never;
  declare state: { model?: Model; index?: Buffer };

  override initializeState(): void {
    this.setState({});
  }

  override updateState({ props, oldProps }: UpdateParameters<this>): void {
    const model = this.state.model ?? this.makeModel();
    if (props.indices !== oldProps.indices) {
      const index = this.context.device.createBuffer({ usage: Buffer.INDEX, data: props.indices.length > 0 ? props.indices : new Uint32Array(3), indexType: 'uint32' });
      model.setIndexBuffer(index);
      model.setVertexCount(props.indices.length);
      this.state.index?.destroy();
      this.setState({ index });
    }
  }

  private makeModel(): Model {
    const { mesh, part } = this.props;
    const model = new Model(this.context.device, {
      ...super.getShaders({ vs: VERTEX, fs: FRAGMENT, modules: [project32, picking, volumeUniforms] }),
      id: this.props.id, topology: part === 'faces' ? 'triangle-list' : 'line-list',
      bufferLayout: [{ name: 'positions', format: 'float32x3' }, { name: 'colors', format: 'unorm8x4' }, { name: 'rows', format: 'float32' }],
      attributes: { ...buffersOf(this.context.device, mesh) },
    });
    this.setState({ model });
    return model;
  }

  override draw(): void {
    const { model } = this.state, { indices, range: [above, below], alpha, part } = this.props;
    if (!model || indices.length === 0) return;
    model.shaderInputs.setProps({ volume: { above, below, alpha, lit: part === 'faces' ? 1 : 0, bias: part === 'faces' ? 0 : NEARER } });
    model.draw(this.context.renderPass);
  }

  override finalizeState(): void {
    this.state.model?.destroy();
    this.state.index?.destroy();
  }
}

