using System.Text;

namespace BriefingBot.Claims;

/// <summary>The learned weights, <c>Data/stance.bin</c>.</summary>
internal sealed record StanceModel(HeadlineModel Headlines, ArticleModel Articles)
{
    private static readonly Lazy<StanceModel> Loaded = new(Load);

    /// <summary>The model that ships with the program.</summary>
    public static StanceModel Default => Loaded.Value;

    public Stance Decide(StanceClaim claim, StanceText text)
    {
        if (claim.Content.Count == 0 || text.Tokens.Count == 0)
            return Stance.Unrelated;
        return StanceExample.IsArticle(text)
            ? Articles.Decide(new StancePair(claim, text, Articles.Rarity))
            : Headlines.Decide(new StancePair(claim, text, Headlines.Rarity));
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            StanceModelFile.Write(writer, Headlines.Rarity);
            StanceModelFile.Write(writer, Headlines.Relatedness);
            StanceModelFile.Write(writer, Headlines.Stances);
            StanceModelFile.Write(writer, Headlines.Wording);
            StanceModelFile.Write(writer, Articles.Rarity);
            StanceModelFile.Write(writer, Articles.Relatedness);
            StanceModelFile.Write(writer, Articles.Wording);
            StanceModelFile.Write(writer, Articles.Body);
            StanceModelFile.Write(writer, Articles.Whole);
        }

        return stream.ToArray();
    }

    public static StanceModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        return new StanceModel(
            new HeadlineModel(
                StanceModelFile.ReadRarity(reader),
                StanceModelFile.ReadTrees(reader),
                StanceModelFile.ReadEnsemble(reader),
                StanceModelFile.ReadEnsemble(reader)),
            new ArticleModel(
                StanceModelFile.ReadRarity(reader),
                StanceModelFile.ReadTrees(reader),
                StanceModelFile.ReadEnsemble(reader),
                StanceModelFile.ReadEnsemble(reader),
                StanceModelFile.ReadEnsemble(reader)));
    }

    private static StanceModel Load()
    {
        const string File = "BriefingBot.Claims.Data.stance.bin";
        return Read(typeof(StanceModel).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"No embedded file {File}."));
    }
}
