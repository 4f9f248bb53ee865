namespace BriefingBot.Retrieval.Updates;

/// <param name="Number">The file's own.</param>
/// <param name="Path">Relative to the corpus.</param>
/// <param name="LengthInBytes">When it was read.</param>
/// <param name="ModifiedTicks">When it was read; 0 if a later change might bear the same time.</param>
/// <param name="Hash">SHA-256 of its bytes; null if not all of it is stored.</param>
/// <param name="Problems">What was wrong with it, a line each.</param>
internal sealed record StoredFile(long Number, string Path, long LengthInBytes, long ModifiedTicks, string? Hash, string Problems);

/// <param name="Number">The article's own.</param>
/// <param name="Id">Its id so far.</param>
/// <param name="Digest">Of its content.</param>
internal sealed record StoredArticle(long Number, string Id, byte[] Digest);
