namespace BriefingBot.Claims;

/// <summary>A paragraph in which cues are looked for. Template numbers are part of the weights' format.</summary>
internal sealed class CueChain(TokenizedParagraph paragraph) : Chain
{
    private readonly ArticleToken[] tokens = paragraph.Describe();
    private readonly SentenceOutline[] outlines = SentenceOutline.Of(paragraph.Tokens);

    public override int Length => tokens.Length;

    public override void Describe(int token, FeatureList features, FeatureList steps)
    {
        ref readonly var here = ref tokens[token];
        AddWords(token, here, features);
        AddShapes(token, here, features);
        AddSurroundings(token, here, features);
        AddClasses(token, here, features);
        AddSteps(token, here, steps);
    }

    private uint Word(int i) => i < 0 ? 1u : i >= tokens.Length ? 2u : tokens[i].Word;

    private uint Stem(int i) => i < 0 ? 1u : i >= tokens.Length ? 2u : tokens[i].Stem;

    private uint Shape(int i) => i < 0 || i >= tokens.Length ? 9u : (uint)tokens[i].Shape;

    private void AddWords(int i, in ArticleToken here, FeatureList f)
    {
        f.Add(0, 0);
        f.Add(1, here.Word);
        f.Add(2, here.Stem);
        f.Add(3, Word(i - 1));
        f.Add(4, Word(i + 1));
        f.Add(5, Word(i - 2));
        f.Add(6, Word(i + 2));
        f.Add(7, Word(i - 1), here.Word);
        f.Add(8, here.Word, Word(i + 1));
        f.Add(9, Word(i - 2), Word(i - 1));
        f.Add(10, Word(i + 1), Word(i + 2));
        f.Add(11, Stem(i - 1), here.Stem);
        f.Add(12, here.Stem, Stem(i + 1));
        f.Add(13, Stem(i - 1), here.Stem, Stem(i + 1));
        f.Add(14, Word(i - 2), Word(i - 1), here.Stem);
        f.Add(15, here.Stem, Word(i + 1), Word(i + 2));
        f.Add(16, Word(i - 1), Word(i + 1));
        f.Add(17, here.Stem, Word(i + 2));
        f.Add(18, here.Stem, Word(i - 2));
        f.Add(19, Word(i - 3));
        f.Add(20, Word(i + 3));
        f.Add(21, here.Suffix);
        f.Add(22, here.Suffix, Word(i - 1));
        f.Add(23, here.Suffix, Word(i + 1));
        f.Add(24, i > 0 ? tokens[i - 1].Suffix : 1, here.Suffix);
        f.Add(25, here.Suffix, i + 1 < tokens.Length ? tokens[i + 1].Suffix : 1);
    }

    private void AddShapes(int i, in ArticleToken here, FeatureList f)
    {
        var shapes = (Shape(i - 1) * 100) + (Shape(i) * 10) + Shape(i + 1);
        f.Add(30, shapes);
        f.Add(31, shapes, Shape(i - 2), Shape(i + 2));
        f.Add(32, here.Stem, Shape(i - 1), Shape(i + 1));
        f.Add(33, here.Suffix, shapes);
        f.Add(34, here.Stem, Shape(i - 1), Shape(i - 2));
        f.Add(35, here.Stem, Shape(i + 1), Shape(i + 2));
    }

    private uint Class(int i) => i < 0 ? 2001u : i >= tokens.Length ? 2002u : tokens[i].Class;

    private void AddClasses(int i, in ArticleToken here, FeatureList f)
    {
        f.Add(60, Class(i));
        f.Add(61, Class(i - 1));
        f.Add(62, Class(i + 1));
        f.Add(63, Class(i - 1), Class(i));
        f.Add(64, Class(i), Class(i + 1));
        f.Add(65, Class(i - 1), Class(i), Class(i + 1));
        f.Add(66, Class(i), Class(i + 1), Class(i + 2));
        f.Add(67, Class(i - 2), Class(i - 1), Class(i));
        f.Add(68, here.Stem, Class(i + 1));
        f.Add(69, here.Stem, Class(i - 1));
        f.Add(70, here.Stem, Class(i + 1), Class(i - 1));
        f.Add(71, Class(i), outlines[here.Sentence].QuotedKind(i), here.IsQuoted ? 1u : 0);
        f.Add(72, Class(i), Ahead(i, tokens.Length));
        f.Add(73, Class(i), SubjectBefore(i, outlines[here.Sentence].Start));
        f.Add(74, Class(i), here.Suffix);
        f.Add(75, Class(i + 2));
        f.Add(76, Class(i - 2));
        f.Add(77, Class(i), (uint)Math.Min(outlines[here.Sentence].End - i, 5));
    }

    private void AddSurroundings(int i, in ArticleToken here, FeatureList f)
    {
        var outline = outlines[here.Sentence];
        var quoted = here.IsQuoted ? 1u : 0;
        var fromEnd = (uint)Math.Min(outline.End - i, 5);
        var fromStart = (uint)Math.Min(i - outline.Start, 5);
        var quotes = outline.QuotedKind(i);
        f.Add(40, quoted);
        f.Add(41, here.Word, quoted);
        f.Add(42, here.Suffix, quoted, quotes);
        f.Add(43, here.Stem, quotes);
        f.Add(44, here.Stem, fromStart);
        f.Add(45, here.Stem, fromEnd);
        f.Add(46, here.Suffix, fromEnd, fromStart);
        f.Add(47, here.Stem, Ahead(i, tokens.Length));
        f.Add(48, here.Suffix, Ahead(i, tokens.Length), Shape(i - 1));
        f.Add(49, here.Stem, paragraph.Index == 0 ? 1u : 2u);
        f.Add(50, paragraph.Index == 0 ? 1u : 2u, Shape(i));
        f.Add(51, here.Stem, SubjectBefore(i, outline.Start));
        f.Add(52, here.Suffix, SubjectBefore(i, outline.Start), quotes);
        f.Add(53, here.Stem, NextContentWord(i));
        f.Add(54, quotes, Shape(i), fromEnd);
        f.Add(56, here.Word, EndsInName(i), i > 0 ? (uint)(tokens[i - 1].Mark + 1) : 3);
        f.Add(55, here.Stem, outline.CommasBefore(tokens, i));
    }

    // The first thing within reach that opens a content: "that", a quotation, "to", a comma, or nothing.
    private uint Ahead(int i, int limit)
    {
        for (var j = i + 1; j < Math.Min(limit, i + 6); j++)
        {
            if (tokens[j].Mark == 1 || tokens[j].Word == KnownWords.That || tokens[j].Word == KnownWords.To
                || tokens[j].Word == KnownWords.Comma || tokens[j].Word == KnownWords.Stop)
            {
                return tokens[j].Word + (uint)Math.Min(2, j - i);
            }
        }

        return 3;
    }

    // Whether only a name follows, as in: "..." - Kim Yong-hyun. 1 for no, 2 where no mark closes before, 3 for yes.
    private uint EndsInName(int i)
    {
        var capitalised = 0;
        var end = i + 1;
        for (; end < tokens.Length && end < i + 7 && tokens[end].Word != KnownWords.Stop && tokens[end].Word != KnownWords.Comma; end++)
        {
            capitalised += tokens[end].Shape is WordShape.Capitalised or WordShape.AllCapitals ? 1 : 0;
        }

        var isName = capitalised > 0 && capitalised * 2 >= end - i - 1 && (end >= tokens.Length - 1 || tokens[end].Word == KnownWords.Comma);
        return !isName ? 1u : i > 0 && tokens[i - 1].Mark == -1 ? 3u : 2u;
    }

    // The last capitalised word or pronoun before the token and how far back it stands.
    private uint SubjectBefore(int i, int start)
    {
        for (var j = i - 1; j >= Math.Max(start, i - 8); j--)
        {
            if (tokens[j].Shape is WordShape.Capitalised or WordShape.AllCapitals || KnownWords.IsPronoun(tokens[j].Word))
            {
                return (KnownWords.IsPronoun(tokens[j].Word) ? tokens[j].Word : 7u) + (uint)Math.Min(3, i - j);
            }
        }

        return 11;
    }

    private uint NextContentWord(int i)
    {
        for (var j = i + 1; j < Math.Min(tokens.Length, i + 5); j++)
        {
            if (tokens[j].Shape <= WordShape.AllCapitals && tokens[j].End - tokens[j].Start > 3)
            {
                return tokens[j].Stem;
            }
        }

        return 3;
    }

    private void AddSteps(int i, in ArticleToken here, FeatureList steps)
    {
        steps.Add(80, 0);
        steps.Add(81, here.Word);
        steps.Add(82, Word(i - 1));
        steps.Add(83, Stem(i - 1), here.Stem);
        steps.Add(84, here.Suffix, i > 0 ? tokens[i - 1].Suffix : 1);
    }
}
