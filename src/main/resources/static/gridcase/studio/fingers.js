/* A drawing under fingers: one moves it, two also make it larger or smaller. */
export function fingers(box, canvas) {
  const down = new Map();

  const middle = () => {
    const points = [...down.values()];
    const [x, y] = ['x', 'y'].map(axis => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
    return { x, y, spread: points.length > 1 ? Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y) : 0 };
  };

  box.addEventListener('pointerdown', event => {
    if (event.pointerType === 'touch') down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  box.addEventListener('pointermove', event => {
    if (!down.has(event.pointerId)) return;
    const before = middle();
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = middle();
    canvas.scroll({ dx: after.x - before.x, dy: after.y - before.y });
    if (before.spread && after.spread) {
      const { left, top } = box.getBoundingClientRect();
      canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * after.spread / before.spread)), { x: after.x - left, y: after.y - top });
    }
  });
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, event => down.delete(event.pointerId));
}
