const places = ['tl', 'tr', 'br', 'bl']

/** Four corners over a picture that can be dragged; the numbers of the form follow, and lead too. */
class PageCorners extends HTMLElement {
  private held: number | null = null

  connectedCallback() {
    const svg = this.querySelector('svg')
    if (!svg) return
    svg.addEventListener('pointerdown', (event) => this.take(svg, event))
    svg.addEventListener('pointermove', (event) => this.drag(svg, event))
    for (const name of ['pointerup', 'pointercancel'])
      svg.addEventListener(name, () => (this.held = null))
    this.addEventListener('input', () => this.draw(svg))
    this.draw(svg)
  }

  /** The corner nearest to the finger: a fingertip hides the mark. */
  private take(svg: SVGSVGElement, event: PointerEvent) {
    const [x, y] = this.percent(svg, event)
    const far = places.map((_, i) => Math.hypot(this.value(i, 'x') - x, this.value(i, 'y') - y))
    this.held = far.indexOf(Math.min(...far))
    svg.setPointerCapture(event.pointerId)
    this.drag(svg, event)
  }

  private drag(svg: SVGSVGElement, event: PointerEvent) {
    if (this.held === null) return
    event.preventDefault()
    const [x, y] = this.percent(svg, event)
    this.field(this.held, 'x').value = x.toFixed(1)
    this.field(this.held, 'y').value = y.toFixed(1)
    this.draw(svg)
  }

  private draw(svg: SVGSVGElement) {
    const { width, height } = svg.viewBox.baseVal
    const points = places.map((_, i) => [
      (this.value(i, 'x') * width) / 100,
      (this.value(i, 'y') * height) / 100,
    ])
    svg.querySelector('polygon')?.setAttribute('points', points.map((it) => it.join(',')).join(' '))
    svg.querySelectorAll('circle').forEach((circle, i) => {
      circle.setAttribute('cx', String(points[i]![0]))
      circle.setAttribute('cy', String(points[i]![1]))
    })
  }

  private percent(svg: SVGSVGElement, event: PointerEvent): [number, number] {
    const box = svg.getBoundingClientRect()
    const clamp = (value: number) => Math.min(100, Math.max(0, value))
    return [
      clamp(((event.clientX - box.left) / box.width) * 100),
      clamp(((event.clientY - box.top) / box.height) * 100),
    ]
  }

  private field(corner: number, axis: 'x' | 'y'): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`[name=${places[corner]}${axis}]`)!
  }

  private value(corner: number, axis: 'x' | 'y'): number {
    return Number(this.field(corner, axis).value.replace(',', '.')) || 0
  }
}

customElements.define('page-corners', PageCorners)
