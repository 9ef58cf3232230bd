//! Two simple pictures, painted with discs and boxes.

/// A picture of palette colours.
pub(super) struct Picture {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) palette: Vec<[u8; 3]>,
    pub(super) pixels: Vec<u8>,
}

impl Picture {
    fn new(width: u32, height: u32, palette: &[[u8; 3]]) -> Self {
        let pixels = vec![0; (width * height) as usize];
        Self {
            width,
            height,
            palette: palette.to_vec(),
            pixels,
        }
    }

    /// Paints every pixel of a box for which `inside` holds.
    fn within(
        &mut self,
        colour: u8,
        (left, top): (i32, i32),
        size: (i32, i32),
        inside: impl Fn(i32, i32) -> bool,
    ) {
        let (width, height) = (self.width as i32, self.height as i32);
        for y in top.max(0)..(top + size.1).min(height) {
            for x in left.max(0)..(left + size.0).min(width) {
                if inside(x, y)
                    && let Some(pixel) = self.pixels.get_mut((y * width + x) as usize)
                {
                    *pixel = colour;
                }
            }
        }
    }

    /// Paints every pixel for which `inside` holds.
    fn fill(&mut self, colour: u8, inside: impl Fn(i32, i32) -> bool) {
        self.within(
            colour,
            (0, 0),
            (self.width as i32, self.height as i32),
            inside,
        );
    }

    /// An ellipse by its middle and half axes.
    fn disc(&mut self, colour: u8, (cx, cy): (i32, i32), (rx, ry): (i32, i32)) {
        self.within(
            colour,
            (cx - rx, cy - ry),
            (2 * rx + 1, 2 * ry + 1),
            |x, y| {
                let (dx, dy) = ((x - cx) * ry, (y - cy) * rx);
                dx * dx + dy * dy <= rx * rx * ry * ry
            },
        );
    }

    /// A box by its left upper corner and its size.
    fn block(&mut self, colour: u8, (left, top): (i32, i32), (width, height): (i32, i32)) {
        self.within(colour, (left, top), (width, height), |_, _| true);
    }
}

/// Théo, smiling.
pub(super) fn portrait() -> Picture {
    const SKY: u8 = 0;
    const SKIN: u8 = 1;
    const HAIR: u8 = 2;
    const INK: u8 = 3;
    const PULLOVER: u8 = 4;
    const GLASS: u8 = 5;
    const CHEEK: u8 = 6;
    let palette = [
        [227, 240, 238],
        [245, 214, 186],
        [110, 72, 44],
        [60, 44, 40],
        [11, 110, 110],
        [255, 255, 255],
        [238, 180, 160],
    ];
    let mut picture = Picture::new(240, 240, &palette);
    picture.fill(SKY, |_, _| true);
    picture.disc(PULLOVER, (120, 262), (96, 74));
    picture.block(SKIN, (104, 166), (32, 30));
    picture.disc(HAIR, (120, 94), (72, 70));
    picture.disc(SKIN, (120, 112), (62, 66));
    picture.fill(HAIR, |x, y| {
        let (dx, dy) = (x - 120, y - 94);
        dx * dx + dy * dy < 68 * 68 && y < 70 + (x - 96).abs() / 5
    });
    for eye in [94, 146] {
        picture.disc(INK, (eye, 112), (21, 19));
        picture.disc(GLASS, (eye, 112), (18, 16));
        picture.disc(INK, (eye, 113), (6, 7));
        picture.disc(CHEEK, (eye - 6 + (eye - 94) / 4, 140), (11, 7));
    }
    picture.block(INK, (113, 110), (14, 3));
    picture.fill(INK, |x, y| {
        let (dx, dy) = (x - 120, y - 138);
        let far = dx * dx + dy * dy;
        (24 * 24..=28 * 28).contains(&far) && dy > 12
    });
    picture
}

/// A house, a tree and the sun.
pub(super) fn house() -> Picture {
    const PAPER: u8 = 0;
    const GRASS: u8 = 1;
    const WALL: u8 = 2;
    const ROOF: u8 = 3;
    const WOOD: u8 = 4;
    const SUN: u8 = 5;
    const SKY: u8 = 6;
    const LEAF: u8 = 7;
    let palette = [
        [252, 250, 244],
        [142, 196, 112],
        [250, 226, 160],
        [200, 84, 64],
        [128, 88, 56],
        [250, 200, 48],
        [176, 214, 240],
        [72, 148, 84],
    ];
    let mut picture = Picture::new(320, 220, &palette);
    picture.fill(PAPER, |_, _| true);
    picture.fill(SKY, |x, y| y < 30 + (x / 9) % 5);
    picture.fill(GRASS, |x, y| y > 176 + (x / 7) % 4);
    picture.block(WALL, (64, 104), (108, 78));
    picture.fill(ROOF, |x, y| {
        y > 54 && y < 106 && (x - 118).abs() < (y - 50) * 5 / 4
    });
    picture.block(WOOD, (106, 138), (26, 44));
    picture.block(SKY, (76, 118), (22, 20));
    picture.block(SKY, (142, 118), (22, 20));
    picture.block(WOOD, (244, 120), (14, 64));
    picture.disc(LEAF, (251, 104), (38, 34));
    for apple in [(236, 96), (262, 110), (252, 86)] {
        picture.disc(ROOF, apple, (5, 5));
    }
    picture.disc(SUN, (286, 34), (20, 20));
    picture
}
