//! Packs `data/growth/*.csv` into `public/growth/who.bin`, the file that the charts fetch.

use std::path::Path;

use domain::growth::{TableId, pack};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for table in TableId::ALL {
        let path = root.join("data/growth").join(file(table));
        texts.push(std::fs::read_to_string(path)?);
    }
    let packed = pack(|table| texts.get(table as usize).map_or("", String::as_str))?;
    std::fs::write(root.join("../../public/growth/who.bin"), packed)?;
    Ok(())
}

/// The file of a table.
fn file(table: TableId) -> &'static str {
    match table {
        TableId::WeightForAge => "who2006_wfa.csv",
        TableId::StatureForAge => "who2006_lhfa.csv",
        TableId::BmiForAge => "who2006_bmifa.csv",
        TableId::HeadForAge => "who2006_hcfa.csv",
        TableId::WeightForLength => "who2006_wfl.csv",
        TableId::WeightForHeight => "who2006_wfh.csv",
        TableId::WeightForAge2007 => "who2007_wfa.csv",
        TableId::HeightForAge2007 => "who2007_hfa.csv",
        TableId::BmiForAge2007 => "who2007_bmifa.csv",
    }
}
