namespace BriefingBot.Claims;

/// <summary>One cue's paragraph: which tokens are its speaker, which its content. Template numbers are part of the weights' format.</summary>
internal sealed class RoleChain : Chain
{
    private readonly ArticleToken[] tokens;
    private readonly TokenRange cue;
    private readonly RunningCounts counts;
    private readonly int cueSentence;
    private readonly uint cueStem;
    private readonly uint cueWords;
    private readonly uint setting;
    private readonly uint cueClass;
    private readonly uint isHeadline;

    /// <param name="paragraph">The paragraph for this cue.</param>
    /// <param name="cues">All likely cues of the paragraph, in its own tokens.</param>
    public RoleChain(CollapsedParagraph paragraph, IEnumerable<TokenRange> cues)
    {
        tokens = paragraph.Nodes;
        cue = paragraph.Cue;
        counts = new RunningCounts(tokens, cues.Select(other => paragraph.NodeOf[other.Start]));
        cueSentence = tokens[cue.Start].Sentence;
        isHeadline = paragraph.Source.Index == 0 ? 1u : 0;
        for (var i = cue.Start; i < cue.End; i++)
        {
            cueWords = FeatureHash.Mix(1, cueWords, tokens[i].Stem);
            cueStem = IsHead(tokens[i]) || i == cue.Start ? tokens[i].Stem : cueStem;
        }

        cueClass = tokens[cue.Start].Class + (2048u * tokens[cue.End - 1].Class);
        setting = Setting();
    }

    public override int Length => tokens.Length;

    public override byte Allowed(int token) => (byte)(cue.Contains(token) ? 1 << RoleLabels.Cue : (1 << RoleLabels.Cue) - 1);

    private static bool IsHead(in ArticleToken token) => token.Shape <= WordShape.AllCapitals && token.End - token.Start > 3;

    // How the cue stands to the quotations and ends around it.
    private uint Setting()
    {
        var afterQuote = 0u;
        for (var i = cue.Start - 1; i >= Math.Max(0, cue.Start - 8) && afterQuote == 0; i--)
        {
            afterQuote = tokens[i].Mark is -1 or 2 ? 1u : tokens[i].Word == KnownWords.Stop ? 2u : 0;
        }

        var ahead = 0u;
        for (var i = cue.End; i < Math.Min(tokens.Length, cue.End + 8) && ahead == 0; i++)
        {
            ahead = tokens[i].Mark > 0 ? 1u : tokens[i].Word == KnownWords.That ? 2u
                : tokens[i].Word == KnownWords.Stop ? 3u : tokens[i].Word == KnownWords.Colon ? 4u : 0;
        }

        return (afterQuote * 20) + (ahead * 4) + (tokens[cue.Start].IsQuoted ? 2u : 0) + (cue.Start > 0 && tokens[cue.Start - 1].Word == KnownWords.Comma ? 1u : 0);
    }

    public override void Describe(int token, FeatureList features, FeatureList steps)
    {
        if (cue.Contains(token))
        {
            AddSteps(token, Place(token), steps);
            return;
        }

        var place = Place(token);
        AddWords(token, place, features);
        AddDistance(token, place, features);
        AddBetween(token, place, features);
        AddClasses(token, place, features);
        if (tokens[token].Shape == WordShape.Quotation)
        {
            AddQuotation(token, place, features);
        }

        if (token > 0)
        {
            AddSteps(token, place, steps);
        }
    }

    private uint Word(int i) => i < 0 ? 1u : i >= tokens.Length ? 2u : tokens[i].Word;

    private uint Shape(int i) => i < 0 || i >= tokens.Length ? 9u : (uint)tokens[i].Shape;

    private uint Side(int i) => i < cue.Start ? 0u : i < cue.End ? 1u : 2u;

    private int Distance(int i) => i < cue.Start ? cue.Start - i : i - cue.End + 1;

    private uint SentencesAway(int i) => (uint)(Math.Clamp(tokens[i].Sentence - cueSentence, -2, 2) + 2);

    // Side and sentence, relative to the cue.
    private uint Place(int i) => (Side(i) * 5) + SentencesAway(i);

    private static uint Bucket(int distance) => distance switch
    {
        <= 4 => (uint)distance,
        <= 6 => 5,
        <= 9 => 6,
        <= 14 => 7,
        <= 22 => 8,
        <= 40 => 9,
        _ => 10,
    };

    private void AddWords(int i, uint place, FeatureList f)
    {
        ref readonly var here = ref tokens[i];
        f.Add(0, place);
        f.Add(1, here.Word, place);
        f.Add(2, here.Stem, Side(i), cueStem);
        f.Add(3, Word(i - 1), place);
        f.Add(4, Word(i + 1), place);
        f.Add(5, Word(i - 1), here.Word, place);
        f.Add(6, here.Word, Word(i + 1), place);
        f.Add(7, here.Suffix, place);
        f.Add(8, (Shape(i - 1) * 100) + (Shape(i) * 10) + Shape(i + 1), place);
        f.Add(9, (Shape(i - 1) * 100) + (Shape(i) * 10) + Shape(i + 1), place, Bucket(Distance(i)));
        f.Add(10, Word(i - 2), place);
        f.Add(11, Word(i + 2), place);
        f.Add(12, here.Word, place, Bucket(Distance(i)));
        f.Add(13, cueWords, place, here.IsQuoted ? 1u : 0);
        f.Add(14, here.Word, Side(i), setting);
        f.Add(15, Shape(i), (Side(i) * 16) + Bucket(Distance(i)), cueStem);
    }

    private void AddQuotation(int i, uint place, FeatureList f)
    {
        f.Add(110, place, tokens[i].Stem, tokens[i].Suffix);
        f.Add(111, place, tokens[i].Stem, cueStem);
        f.Add(112, place, tokens[i].Suffix, cueStem);
        f.Add(113, Side(i), tokens[i].Stem, Word(i - 1));
        f.Add(114, Side(i), tokens[i].Stem, Word(i + 1));
        f.Add(115, place, tokens[i].Stem, setting);
    }

    private uint Class(int i) => i < 0 ? 2001u : i >= tokens.Length ? 2002u : tokens[i].Class;

    private void AddClasses(int i, uint place, FeatureList f)
    {
        f.Add(60, Class(i), place);
        f.Add(61, Class(i), place, Bucket(Distance(i)));
        f.Add(62, Class(i - 1), Class(i), place);
        f.Add(63, Class(i), Class(i + 1), place);
        f.Add(64, Class(i), Side(i), cueClass);
        f.Add(65, (place * 16) + Bucket(Distance(i)), cueClass);
        f.Add(66, place, tokens[i].IsQuoted ? 1u : 0, cueClass);
        f.Add(67, place, cueClass, Class(cue.End));
        f.Add(68, (place * 16) + Bucket(Distance(i)), Class(cue.End), Class(cue.Start - 1));
        f.Add(69, place, cueClass, setting);
    }

    private void AddDistance(int i, uint place, FeatureList f)
    {
        var bucket = Bucket(Distance(i));
        var spot = (place * 16) + bucket;
        var quoted = tokens[i].IsQuoted ? 1u : 0;
        f.Add(20, spot);
        f.Add(21, spot, cueStem);
        f.Add(22, spot, setting);
        f.Add(23, spot, quoted, setting);
        f.Add(24, spot, Word(cue.End));
        f.Add(25, spot, Word(cue.Start - 1));
        f.Add(26, spot, Word(cue.End), Word(cue.Start - 1));
        f.Add(27, place, quoted, cueStem);
        f.Add(28, place, cueWords, bucket);
        f.Add(29, place, isHeadline, bucket);
        f.Add(30, place, cueStem, Word(cue.End));
        f.Add(31, place, cueStem, setting);
        f.Add(32, spot, Shape(cue.End), Shape(cue.Start - 1));
        f.Add(33, Side(i), tokens[cue.End - 1].Suffix, bucket);
        if (bucket <= 4)
        {
            AddNear(i, f);
        }
    }

    private void AddNear(int i, FeatureList f)
    {
        var path = 0u;
        for (var j = Math.Min(i + 1, cue.End); j < Math.Max(i, cue.Start); j++)
        {
            path = FeatureHash.Mix(2, path, tokens[j].Word);
        }

        f.Add(35, path, Side(i), cueStem);
        f.Add(36, path, Side(i), tokens[i].Word);
        f.Add(37, path, Side(i), Shape(i));
    }

    private void AddBetween(int i, uint place, FeatureList f)
    {
        var start = Math.Min(i + 1, cue.End);
        var end = Math.Max(i, cue.Start);
        var commas = counts.Commas(start, end, 3);
        var opening = counts.Opening(start, end, 3);
        var closing = counts.Closing(start, end, 3);
        var marks = (opening * 4) + closing;
        var cues = counts.Cues(start, end, 2);
        var beyond = i < cue.Start ? counts.Cues(0, i, 1) : counts.Cues(i + 1, tokens.Length, 1);
        var quoted = tokens[i].IsQuoted ? 1u : 0;
        var side = Side(i);
        var spot = (place * 16) + Bucket(Distance(i));
        f.Add(40, place, (marks * 2) + quoted, setting);
        f.Add(41, place, (marks * 2) + quoted, cues);
        f.Add(42, place, (marks * 8) + (commas * 2) + quoted, Shape(i));
        f.Add(43, place, commas, cueStem);
        f.Add(44, spot, commas, cues);
        f.Add(45, place, cues, cueStem);
        f.Add(46, place, (cues * 2) + quoted, Shape(i));
        f.Add(47, place, counts.Joints(start, end, 2), (commas * 3) + cues);
        f.Add(48, place, counts.Thats(start, end, 1), (cues * 4) + commas);
        f.Add(49, place, counts.Joints(start, end, 2), tokens[i].Word);
        f.Add(50, side, (cues * 2) + beyond, (marks * 2) + quoted);
        f.Add(51, side, tokens[i].Word, (cues * 4) + commas);
        f.Add(52, (place * 4) + cues, marks, setting);
        f.Add(53, place, counts.Thats(start, end, 1), (commas * 11) + Bucket(Distance(i)));
        f.Add(54, place, NearestCue(i), quoted);
    }

    // Whether another cue stands nearer on the far side, so that the token may well be that one's.
    private uint NearestCue(int i)
    {
        const int reach = 12;
        return i < cue.Start
            ? counts.Cues(Math.Max(0, i - reach), i, 1)
            : 2 + counts.Cues(i + 1, Math.Min(tokens.Length, i + 1 + reach), 1);
    }

    private void AddSteps(int i, uint place, FeatureList steps)
    {
        if (i == 0)
        {
            return;
        }

        ref readonly var here = ref tokens[i];
        ref readonly var before = ref tokens[i - 1];
        var turn = (Side(i - 1) * 3) + Side(i) + (here.Sentence != before.Sentence ? 9u : 0);
        var marks = (uint)(((before.Mark + 1) * 4) + here.Mark + 1);
        var quoted = (before.IsQuoted ? 2u : 0) + (here.IsQuoted ? 1u : 0);
        steps.Add(80, turn, place);
        steps.Add(96, Class(i - 1), Class(i), turn);
        steps.Add(97, Class(i), turn, setting);
        steps.Add(98, before.Word, Class(i), turn);
        steps.Add(99, here.Word, Class(i + 1), turn);
        steps.Add(100, before.Stem, here.Word, turn);
        steps.Add(101, before.Word, here.Stem, turn);
        AddRest(i, turn, steps);
        steps.Add(81, here.Word, turn);
        steps.Add(82, before.Word, turn);
        steps.Add(83, before.Word, here.Word, turn);
        steps.Add(84, (marks * 4) + quoted, turn, setting);
        steps.Add(85, (Shape(i - 1) * 10) + Shape(i), turn, marks);
        steps.Add(86, Bucket(Distance(i)), turn, cueStem);
        steps.Add(87, here.Word, turn, before.Suffix);
        steps.Add(88, before.Word, Word(i + 1), turn);
        steps.Add(89, (Shape(i - 2) * 100) + (Shape(i) * 10) + Shape(i + 1), before.Word, turn);
        steps.Add(90, here.Word, Bucket(Distance(i)), turn);
        steps.Add(91, before.Word, Bucket(Distance(i - 1)), turn);
        steps.Add(92, before.Word, here.Suffix, turn);
        steps.Add(93, (marks * 4) + quoted, i < cue.Start ? counts.Cues(i, cue.Start, 1) : counts.Cues(cue.End, i, 1), turn);
        steps.Add(94, here.Word, turn, setting);
        steps.Add(95, before.Word, turn, setting);
    }

    // What the sentence still holds behind the step, and how far its part around the step reaches.
    private void AddRest(int i, uint turn, FeatureList steps)
    {
        var end = i;
        while (end < tokens.Length && tokens[end].Sentence == tokens[i].Sentence)
        {
            end++;
        }

        var start = i;
        while (start > 0 && tokens[start - 1].Sentence == tokens[i].Sentence)
        {
            start--;
        }

        var rest = Bucket(end - i);
        var commas = counts.Commas(i + 1, end, 2);
        var cues = counts.Cues(i, end, 1);
        steps.Add(102, turn, rest, tokens[i].Word);
        steps.Add(103, turn, rest, (cues * 3) + commas);
        steps.Add(104, turn, (cues * 3) + commas, tokens[i].Word);
        steps.Add(105, turn, Bucket(i - start), tokens[i].Word);
        steps.Add(106, turn, Bucket(i - start), tokens[i - 1].Word);
        steps.Add(107, Class(i - 1), Class(i), FeatureHash.Mix(5, Class(i + 1), turn));
        steps.Add(108, Class(i), Class(i + 1), FeatureHash.Mix(5, Class(i + 2), turn));
        steps.Add(109, tokens[i].Word, Class(i + 1), FeatureHash.Mix(5, Class(i + 2), turn));
        steps.Add(110, tokens[i].Word, FeatureHash.Mix(6, cueStem, turn));
        steps.Add(111, tokens[i].Word, FeatureHash.Mix(7, cueClass, turn));
        steps.Add(112, Class(i), FeatureHash.Mix(8, cueClass, turn), rest);
        steps.Add(113, Class(i), FeatureHash.Mix(9, Class(i - 2), turn), Class(i - 1));
    }
}
