using BriefingBot.Evaluation;

namespace BriefingBot.Core.Tests.Evaluation;

public sealed class SuiteReaderTests
{
    private const string Yaml = """
        name: Harbour
        corpus: articles
        defaults: { asOf: 2025-03-01, tags: [nightly] }
        thresholds: { statusAccuracy: 0.9 }
        cases:
          - id: one
            ask: "Did the ferry sink?"
            status: denied
            quotes:
              - text: "It is afloat."
                speaker: Ada Brill
            sources: [a.txt, b.txt]
            speakers: Ada Brill
            mustSay: ["afloat | floating"]
            mustNotSay: [sunk]
            tags: [ferry]
            repeat: 3
          - check: The ferry sank.
            asOf: 2025-04-01
            notInCorpus: true
          - conversation:
              - Who owns the ferry?
              - ask: And the tug?
                status: reported
        """;

    [Fact]
    public void A_suite_is_read_field_by_field()
    {
        using var file = new SuiteFile("harbour.yaml", Yaml);

        var suite = SuiteReader.Read(file.Path);

        Assert.Equal("Harbour", suite.Name);
        Assert.Equal(Path.Combine(Path.GetDirectoryName(file.Path)!, "articles"), suite.Corpus);
        Assert.Equal(0.9, suite.Thresholds["statusAccuracy"]);
        var one = suite.Cases[0];
        var expected = one.Turns[0].Expected;
        Assert.Equal(("one", 3), (one.Id, one.Repeat));
        Assert.Equal(["nightly", "ferry"], one.Tags);
        Assert.Equal(new DateOnly(2025, 3, 1), one.Turns[0].AsOf);
        Assert.Equal(AnswerStatus.Denied, expected.Status);
        Assert.False(expected.NotInCorpus);
        Assert.Equal([new ExpectedQuote("It is afloat.", "Ada Brill")], expected.Quotes);
        Assert.Equal(["a.txt", "b.txt"], expected.Sources);
        Assert.Equal(["Ada Brill"], expected.Speakers);
        Assert.Equal(["afloat | floating"], expected.MustSay);
        Assert.Equal(["sunk"], expected.MustNotSay);
    }

    [Fact]
    public void A_case_overrules_the_defaults_and_gets_its_id_from_its_question()
    {
        var suite = SuiteFile.Read("harbour.yaml", Yaml);

        Assert.Equal("the-ferry-sank", suite.Cases[1].Id);
        Assert.Equal(TurnKind.Check, suite.Cases[1].Turns[0].Kind);
        Assert.Equal(new DateOnly(2025, 4, 1), suite.Cases[1].Turns[0].AsOf);
        Assert.Equal(AnswerStatus.NotInCorpus, suite.Cases[1].Turns[0].Expected.Status);
    }

    [Fact]
    public void A_conversation_has_a_turn_for_each_question()
    {
        var turns = SuiteFile.Read("harbour.yaml", Yaml).Cases[2].Turns;

        Assert.Equal(["Who owns the ferry?", "And the tug?"], turns.Select(turn => turn.Text));
        Assert.Null(turns[0].Expected.Status);
        Assert.Equal(AnswerStatus.Reported, turns[1].Expected.Status);
    }

    [Fact]
    public void Json_lines_hold_the_suites_own_fields_in_a_line_without_a_question()
    {
        var suite = SuiteFile.Read("s.jsonl", """
            {"name": "Lines", "thresholds": {"mrr": 0.5}}
            {"ask": "Did the ferry sink?", "status": "denied", "quotes": [{"text": "It is afloat.", "speaker": "Ada Brill"}]}

            {"conversation": ["Who owns the ferry?", {"ask": "And the tug?"}]}
            """);

        Assert.Equal("Lines", suite.Name);
        Assert.Equal(0.5, suite.Thresholds["mrr"]);
        Assert.Equal([1, 2], suite.Cases.Select(one => one.Turns.Count));
        Assert.Equal("Ada Brill", suite.Cases[0].Turns[0].Expected.Quotes[0].Speaker);
    }

    [Fact]
    public void A_cell_of_a_csv_file_holds_a_value_a_line()
    {
        var suite = SuiteFile.Read("s.csv", "ask,status,mustSay,repeat\r\n\"Did it sink, \"\"really\"\"?\",denied,\"afloat\nno, not sunk\",2\r\nWho?,,,\r\n");

        Assert.Equal("Did it sink, \"really\"?", suite.Cases[0].Turns[0].Text);
        Assert.Equal(["afloat", "no, not sunk"], suite.Cases[0].Turns[0].Expected.MustSay);
        Assert.Equal(2, suite.Cases[0].Repeat);
        Assert.Null(suite.Cases[1].Turns[0].Expected.Status);
    }

    [Fact]
    public void Two_cases_with_one_question_have_ids_of_their_own() =>
        Assert.Equal(["who", "who-2"], SuiteFile.Read("s.csv", "ask\nWho?\nWho?\n").Cases.Select(one => one.Id));

    [Fact]
    public void An_empty_question_is_a_case() =>
        Assert.Equal("   ", SuiteFile.Read("s.yaml", "cases: [{ask: '   '}]").Cases[0].Turns[0].Text);

    [Theory]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    satus: denied\n", "s.yaml line 3: cases[1].satus: no such field; did you mean status?")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    status: true-ish\n", "s.yaml line 3: cases[1].status: 'true-ish' is no status; write one of confirmed, reported, unconfirmed, disputed, denied, not-in-corpus")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n  - status: denied\n", "s.yaml line 3: cases[2].ask: missing; write ask: \"QUESTION\", check: \"CLAIM\" or conversation: and a list of turns")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    check: B.\n", "s.yaml line 2: cases[1].ask: given beside check; leave one of them")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    asOf: 1.3.2025\n", "s.yaml line 3: cases[1].asOf: '1.3.2025' is no day; write one such as 2024-07-02")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    repeat: 0\n", "s.yaml line 3: cases[1].repeat: '0' is no count; write a whole number from 1")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    notInCorpus: true\n    speakers: [B]\n", "s.yaml line 3: cases[1].notInCorpus: contradicts the other fields; what is not in the corpus has no other status, quotes, sources or speakers")]
    [InlineData("s.yaml", "cases:\n  - id: x\n    ask: A?\n  - id: x\n    ask: B?\n", "s.yaml line 4: cases[2].id: 'x' is another case's id too; give each its own")]
    [InlineData("s.yaml", "cases:\n  - conversation: [A?]\n    status: denied\n", "s.yaml line 3: cases[1].status: does not go beside conversation; put it into the turn it belongs to")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    quotes: [{speaker: B}]\n", "s.yaml line 3: cases[1].quotes[1].text: missing; write the words that must be quoted")]
    [InlineData("s.yaml", "thresholds: {passrate: 1}\ncases: [{ask: A?}]\n", "s.yaml line 1: thresholds.passrate: no such field; did you mean passRate?")]
    [InlineData("s.yaml", "thresholds: {passRate: most}\ncases: [{ask: A?}]\n", "s.yaml line 1: thresholds.passRate: 'most' is no number; write one such as 0.95")]
    [InlineData("s.yaml", "name: none\n", "s.yaml line 1: cases: there is no case; write a list of cases, each with ask, check or conversation")]
    [InlineData("s.yaml", "- ask: A?\n", "s.yaml line 1: must have fields; write one of name, corpus, defaults, thresholds, cases and its value")]
    [InlineData("s.yaml", "", "s.yaml line 1: the file is empty; write a suite with cases:")]
    [InlineData("s.jsonl", "{\"ask\": \"A?\"}\n{\"ask\": \"B?\", \"status\": 3}\n", "s.jsonl line 2: cases[2].status: '3' is no status; write one of confirmed, reported, unconfirmed, disputed, denied, not-in-corpus")]
    [InlineData("s.jsonl", "{\"ask\": \"A?\"}\n[1]\n", "s.jsonl line 2: not a JSON object; write one case a line in braces")]
    [InlineData("s.csv", "ask,status\n\"A\nB?\",denied\nC?,wrong\n", "s.csv line 4: cases[2].status: 'wrong' is no status; write one of confirmed, reported, unconfirmed, disputed, denied, not-in-corpus")]
    [InlineData("s.csv", "", "s.csv line 1: the file is empty; write a header such as ask,status,quotes")]
    [InlineData("s.txt", "x", "s.txt: suites are .yaml, .jsonl or .csv, not '.txt'; convert or rename it")]
    public void A_wrong_field_is_named_with_file_line_and_remedy(string name, string text, string message) => Assert.Equal(message, SuiteFile.Refused(name, text));

    [Theory]
    [InlineData("s.yaml", "cases:\n  - ask: [\n", "s.yaml line ")]
    [InlineData("s.yaml", "cases:\n  - ask: A?\n    ask: B?\n", "s.yaml line ")]
    [InlineData("s.jsonl", "{\"ask\": \n", "s.jsonl line 1: not a JSON object (")]
    public void What_cannot_be_parsed_is_named_with_file_and_line(string name, string text, string start) => Assert.StartsWith(start, SuiteFile.Refused(name, text), StringComparison.Ordinal);

    [Fact]
    public void A_document_that_holds_itself_is_refused() => Assert.Contains("nested too deep", SuiteFile.Refused("s.yaml", "cases: &a [*a]\n"), StringComparison.Ordinal);
}
