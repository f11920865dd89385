"""How a pack looks: the template for Typst, which takes all words as JSON."""

from typing import Final

TEMPLATE: Final = r"""
#let pack = json(bytes(sys.inputs.pack))
#set document(title: pack.title, date: none)
#set text(lang: "en", region: "GB", size: 11pt, font: "Libertinus Serif")
#set par(leading: 0.7em, spacing: 1em)
#let standing = context align(center, text(size: 9pt)[
  #if pack.private [Private: not for publication. ]
  Page #counter(page).display() of #counter(page).final().first()
])
#set page(paper: "a4", margin: 2.2cm, footer: standing)
#set table(stroke: 0.5pt + luma(120), inset: 5pt)
#set heading(bookmarked: true)
#show link: underline

#let run(word) = {
  if word.kind == "strong" { strong(word.text) }
  else if word.kind == "em" { emph(word.text) }
  else if word.kind == "code" { raw(word.text) }
  else if word.kind == "link" { link(word.address, word.text) }
  else if word.kind == "picture" {
    if "held" in word { box(image(bytes(word.held), alt: word.text)) }
    else [\[Picture: #word.text\]]
  } else { text(word.text) }
}
#let words(all) = all.map(run).join()
#let draw(block) = {
  if block.kind == "heading" and block.words.len() == 0 { [] }
  else if block.kind == "heading" {
    heading(level: block.level + 2, bookmarked: false, words(block.words))
  }
  else if block.kind == "text" { par(words(block.words)) }
  else if block.kind == "list" {
    let items = block.items.map(item => item.map(draw).join())
    if block.ordered { enum(..items) } else { list(..items) }
  }
  else if block.kind == "table" {
    table(
      columns: block.head.len(),
      table.header(..block.head.map(cell => strong(words(cell.words)))),
      ..block.rows.flatten().map(cell => words(cell.words)),
    )
  }
  else if block.kind == "quote" { quote(block: true, block.blocks.map(draw).join()) }
  else if block.kind == "code" { raw(block.text, block: true) }
  else { line(length: 100%, stroke: 0.5pt) }
}

#align(left, text(size: 20pt, weight: "bold", title(pack.title)))
#par(strong(pack.group))
#par(pack.day)
#if pack.place != "" { par(pack.place) }
#if pack.private { par(strong("Private: not for publication.")) }

#heading(level: 1, "Agenda")
#if pack.items.len() == 0 [No items yet.] else {
  table(
    columns: (auto, 1fr, auto, auto, auto, auto),
    table.header(..("Item", "Title", "Purpose", "Presenter", "Minutes", "Page")
      .map(word => strong(word))),
    ..pack.items.enumerate().map(((at, item)) => (
      text(item.number),
      {
        text(item.title)
        if item.withheld != "" { linebreak(); emph(item.withheld) }
      },
      text(item.purpose), text(item.presenter), text(item.minutes),
      context {
        let place = label("item-" + str(at))
        link(place, str(counter(page).at(place).first()))
      },
    )).flatten(),
  )
}
#for note in pack.notes { par(text(note)) }
#if pack.untagged.len() > 0 {
  heading(level: 1, "Uploaded papers without tags")
  par("These papers were uploaded without tags. Their pages stand as they are, and " +
    "software that reads aloud may not read them in order. Ask for another format.")
  list(..pack.untagged.map(name => text(name)))
}

#for (at, item) in pack.items.enumerate() {
  pagebreak(weak: true)
  [#heading(level: 1, item.number + ". " + item.title) #label("item-" + str(at))]
  if item.section != "" { par(text(item.section)) }
  if item.withheld != "" { par(strong(item.withheld)) }
  if item.front.len() > 0 {
    table(
      columns: (auto, 1fr),
      table.header(strong("About"), strong("Words")),
      ..item.front.map(((about, said)) => (text(about), text(said))).flatten(),
    )
  }
  if item.papers.len() == 0 { par("No papers.") }
  for paper in item.papers {
    if paper.withheld == "" or paper.shown { pagebreak(weak: true) }
    heading(level: 2, paper.title)
    if paper.label != "" { par(text(size: 9pt, paper.label)) }
    if paper.withheld != "" { par(strong(paper.withheld)) }
    if paper.sizes.len() > 0 { par(text(paper.upload)) }
    paper.blocks.map(draw).join()
    for (width, height) in paper.sizes {
      set page(width: width * 1pt, height: height * 1pt, margin: 24pt)
      page([])
    }
  }
}
"""
