using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ComplianceHub.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditLogEntries",
                columns: table => new
                {
                    Chain = table.Column<string>(type: "TEXT", maxLength: 41, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PayloadCommitment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    AppVersion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Canonical = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLogEntries", x => new { x.Chain, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "AuditLogHeads",
                columns: table => new
                {
                    Chain = table.Column<string>(type: "TEXT", maxLength: 41, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLogHeads", x => x.Chain);
                });

            migrationBuilder.CreateTable(
                name: "AuditLogPayloads",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLogPayloads", x => x.EntryId);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceChunks",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceChunks", x => new { x.Sha256, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Installation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Installation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalEntities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SeatCountry = table.Column<string>(type: "TEXT", nullable: true),
                    Establishments = table.Column<string>(type: "TEXT", nullable: false),
                    ForProfit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Employees = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonsConstantlyProcessing = table.Column<int>(type: "INTEGER", nullable: true),
                    RevenueUsdByYear = table.Column<string>(type: "TEXT", nullable: false),
                    WorldwideTurnoverEur = table.Column<decimal>(type: "TEXT", nullable: true),
                    CaliforniaConsumersBoughtSoldShared = table.Column<int>(type: "INTEGER", nullable: true),
                    CaliforniaConsumersProcessed = table.Column<int>(type: "INTEGER", nullable: true),
                    CaliforniaConsumersSensitive = table.Column<int>(type: "INTEGER", nullable: true),
                    PercentOfRevenueFromSellingOrSharing = table.Column<decimal>(type: "TEXT", nullable: true),
                    CommonBrandParentIsBusiness = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalEntities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Shops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    LegalEntityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Markets = table.Column<string>(type: "TEXT", nullable: false),
                    Channels = table.Column<string>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    RegistersVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Shops_LegalEntities_LegalEntityId",
                        column: x => x.LegalEntityId,
                        principalTable: "LegalEntities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Activities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OurRole = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    OnBehalfOf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Purposes = table.Column<string>(type: "TEXT", nullable: false),
                    Bases = table.Column<string>(type: "TEXT", nullable: false),
                    Subjects = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectJurisdictions = table.Column<string>(type: "TEXT", nullable: false),
                    ElementIds = table.Column<string>(type: "TEXT", nullable: false),
                    Sources = table.Column<string>(type: "TEXT", nullable: false),
                    SystemIds = table.Column<string>(type: "TEXT", nullable: false),
                    StatesNoRecipients = table.Column<bool>(type: "INTEGER", nullable: false),
                    NoRetentionNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RetentionAsStated = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MeasuresText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    InitiatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastMaterialChangeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Occasional = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LargeScale = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SystematicMonitoring = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CoreActivity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RiskToPeople = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Profiling = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AutomatedDecisions = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChildrenData = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ScreenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpectationNote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    IndirectNoticeNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Activities_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attestations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequirementId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StatedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    EvidenceIds = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attestations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attestations_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsentForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActivityIds = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    WordingVersion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    StartsUnticked = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsSeparate = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    WithdrawalUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ClicksToGive = table.Column<int>(type: "INTEGER", nullable: true),
                    ClicksToWithdraw = table.Column<int>(type: "INTEGER", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentForms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsentForms_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataElements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Categories = table.Column<string>(type: "TEXT", nullable: false),
                    SensitiveInformation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SpecialCategory = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Article9Condition = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Article9Reference = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsCriminal = table.Column<bool>(type: "INTEGER", nullable: false),
                    CollectedBy = table.Column<string>(type: "TEXT", nullable: false),
                    SystemIds = table.Column<string>(type: "TEXT", nullable: false),
                    IsMandatory = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NecessityNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsForbiddenAfterAuthorisation = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsHumanResources = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataElements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DataElements_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deviations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    ReferencedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deviations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deviations_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceFiles_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuditId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Grants_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Grants_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Register = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proposals_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadinessDays",
                columns: table => new
                {
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Regulation = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: true),
                    Band = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    Causes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessDays", x => new { x.ShopId, x.Regulation, x.Day });
                    table.ForeignKey(
                        name: "FK_ReadinessDays_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadinessScores",
                columns: table => new
                {
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Regulation = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Applies = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: true),
                    Band = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsProvisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    Cap = table.Column<int>(type: "INTEGER", nullable: true),
                    CappedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Pass = table.Column<int>(type: "INTEGER", nullable: false),
                    Partial = table.Column<int>(type: "INTEGER", nullable: false),
                    Fail = table.Column<int>(type: "INTEGER", nullable: false),
                    NotApplicable = table.Column<int>(type: "INTEGER", nullable: false),
                    NotAssessed = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcomes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessScores", x => new { x.ShopId, x.Regulation, x.Area });
                    table.ForeignKey(
                        name: "FK_ReadinessScores_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadinessSummaries",
                columns: table => new
                {
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistersVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    CatalogueHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ComputedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ShopLogSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupLogSequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessSummaries", x => x.ShopId);
                    table.ForeignKey(
                        name: "FK_ReadinessSummaries_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActivityIds = table.Column<string>(type: "TEXT", nullable: false),
                    ElementIds = table.Column<string>(type: "TEXT", nullable: false),
                    Categories = table.Column<string>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", nullable: true),
                    IsIndefinite = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsSuppressionList = table.Column<bool>(type: "INTEGER", nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Trigger = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    LegalSource = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Justification = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Class = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Disposal = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    IsAutomated = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastRunOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastRunSucceeded = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HoldReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RetentionRules_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SecurityMeasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ActivityIds = table.Column<string>(type: "TEXT", nullable: false),
                    SystemIds = table.Column<string>(type: "TEXT", nullable: false),
                    EvidenceIds = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SecurityMeasures_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vendors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LegalName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    ProcessingCountries = table.Column<string>(type: "TEXT", nullable: false),
                    AccessCountries = table.Column<string>(type: "TEXT", nullable: false),
                    DataPrivacyFramework = table.Column<string>(type: "TEXT", nullable: false),
                    BindingCorporateRules = table.Column<string>(type: "TEXT", nullable: false),
                    UsesSubProcessors = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubProcessors = table.Column<string>(type: "TEXT", nullable: false),
                    SubProcessorsCheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueDiligence = table.Column<string>(type: "TEXT", nullable: false),
                    ToConfirm = table.Column<bool>(type: "INTEGER", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vendors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Vendors_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ActivityIds = table.Column<string>(type: "TEXT", nullable: false),
                    TransferIds = table.Column<string>(type: "TEXT", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Interest = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Necessity = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Balancing = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Safeguards = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_EvidenceFiles_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "EvidenceFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EditionLabel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    Flags = table.Column<string>(type: "TEXT", nullable: false),
                    ActivityIds = table.Column<string>(type: "TEXT", nullable: false),
                    PurposeKinds = table.Column<string>(type: "TEXT", nullable: false),
                    Categories = table.Column<string>(type: "TEXT", nullable: false),
                    PolicyLists = table.Column<string>(type: "TEXT", nullable: false),
                    StatesNoSaleOrSharing = table.Column<bool>(type: "INTEGER", nullable: false),
                    OptOutLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    OptOutMethods = table.Column<string>(type: "TEXT", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_EvidenceFiles_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "EvidenceFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Notices_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResponsiblePeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    AppointedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MandateEvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsPublishedInNotice = table.Column<bool>(type: "INTEGER", nullable: false),
                    NotifiedToAuthorityOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConflictCheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponsiblePeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResponsiblePeople_EvidenceFiles_MandateEvidenceId",
                        column: x => x.MandateEvidenceId,
                        principalTable: "EvidenceFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResponsiblePeople_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VendorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signed = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Clauses = table.Column<string>(type: "TEXT", nullable: false),
                    SccModules = table.Column<string>(type: "TEXT", nullable: false),
                    IsPre2021StandardClauses = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubProcessorAuthorisation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubProcessorNoticeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    BreachNoticeHours = table.Column<int>(type: "INTEGER", nullable: true),
                    CoveredElementIds = table.Column<string>(type: "TEXT", nullable: false),
                    CoveredCountries = table.Column<string>(type: "TEXT", nullable: false),
                    BusinessPurposes = table.Column<string>(type: "TEXT", nullable: false),
                    PurposesAreGeneric = table.Column<bool>(type: "INTEGER", nullable: false),
                    VerificationRightsUsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agreements_EvidenceFiles_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "EvidenceFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Agreements_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Agreements_Vendors_VendorId",
                        column: x => x.VendorId,
                        principalTable: "Vendors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataSystems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    VendorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataSystems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DataSystems_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataSystems_Vendors_VendorId",
                        column: x => x.VendorId,
                        principalTable: "Vendors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Disclosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VendorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ElementIds = table.Column<string>(type: "TEXT", nullable: false),
                    GdprRole = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CcpaRole = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CcpaRoleNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsSale = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsCrossContextAdvertising = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    BusinessPurposes = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disclosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disclosures_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disclosures_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disclosures_Vendors_VendorId",
                        column: x => x.VendorId,
                        principalTable: "Vendors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureIds = table.Column<string>(type: "TEXT", nullable: false),
                    Importer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ImporterCountry = table.Column<string>(type: "TEXT", nullable: false),
                    IsOnward = table.Column<bool>(type: "INTEGER", nullable: false),
                    Mechanism = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SccModule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AnnexesFiled = table.Column<string>(type: "TEXT", nullable: false),
                    FallbackAgreementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FallbackInDataProcessingAgreement = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImporterSubjectToGdpr = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    WithinAdequacyScope = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsOccasional = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DerogationNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AuthorityAndPeopleInformed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AppliesTo = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AppliesToLegalEntities = table.Column<string>(type: "TEXT", nullable: false),
                    AppliesToShops = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ShopId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Transfers_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_Agreements_FallbackAgreementId",
                        column: x => x.FallbackAgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_Shops_ShopId",
                        column: x => x.ShopId,
                        principalTable: "Shops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Activities_ShopId_SortKey",
                table: "Activities",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_EvidenceId",
                table: "Agreements",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_ShopId_SortKey",
                table: "Agreements",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_VendorId",
                table: "Agreements",
                column: "VendorId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_EvidenceId",
                table: "Assessments",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_ShopId_SortKey",
                table: "Assessments",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Attestations_ShopId_RequirementId_StatedOn",
                table: "Attestations",
                columns: new[] { "ShopId", "RequirementId", "StatedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Attestations_ShopId_SortKey",
                table: "Attestations",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditLogEntries_At",
                table: "AuditLogEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditLogEntries_EntityId_At",
                table: "AuditLogEntries",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditLogEntries_Id",
                table: "AuditLogEntries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsentForms_ShopId_SortKey",
                table: "ConsentForms",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_DataElements_ShopId_SortKey",
                table: "DataElements",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_DataSystems_ShopId_SortKey",
                table: "DataSystems",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_DataSystems_VendorId",
                table: "DataSystems",
                column: "VendorId");

            migrationBuilder.CreateIndex(
                name: "IX_Deviations_ShopId_RecordId_Field",
                table: "Deviations",
                columns: new[] { "ShopId", "RecordId", "Field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_ActivityId",
                table: "Disclosures",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_ShopId_SortKey",
                table: "Disclosures",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_VendorId",
                table: "Disclosures",
                column: "VendorId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceFiles_Sha256",
                table: "EvidenceFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceFiles_ShopId_SortKey",
                table: "EvidenceFiles",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Grants_ShopId",
                table: "Grants",
                column: "ShopId");

            migrationBuilder.CreateIndex(
                name: "IX_Grants_UserId",
                table: "Grants",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalEntities_SortKey",
                table: "LegalEntities",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_EvidenceId",
                table: "Notices",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_ShopId_SortKey",
                table: "Notices",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_ShopId_State",
                table: "Proposals",
                columns: new[] { "ShopId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessDays_Day",
                table: "ReadinessDays",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessScores_Regulation_Area_Points",
                table: "ReadinessScores",
                columns: new[] { "Regulation", "Area", "Points" });

            migrationBuilder.CreateIndex(
                name: "IX_ResponsiblePeople_MandateEvidenceId",
                table: "ResponsiblePeople",
                column: "MandateEvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_ResponsiblePeople_ShopId_SortKey",
                table: "ResponsiblePeople",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRules_ShopId_SortKey",
                table: "RetentionRules",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_SecurityMeasures_ShopId_SortKey",
                table: "SecurityMeasures",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Shops_LegalEntityId",
                table: "Shops",
                column: "LegalEntityId");

            migrationBuilder.CreateIndex(
                name: "IX_Shops_Slug",
                table: "Shops",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shops_SortKey",
                table: "Shops",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_AgreementId",
                table: "Transfers",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_FallbackAgreementId",
                table: "Transfers",
                column: "FallbackAgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_ShopId_SortKey",
                table: "Transfers",
                columns: new[] { "ShopId", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Vendors_ShopId_SortKey",
                table: "Vendors",
                columns: new[] { "ShopId", "SortKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "Attestations");

            migrationBuilder.DropTable(
                name: "AuditLogEntries");

            migrationBuilder.DropTable(
                name: "AuditLogHeads");

            migrationBuilder.DropTable(
                name: "AuditLogPayloads");

            migrationBuilder.DropTable(
                name: "ConsentForms");

            migrationBuilder.DropTable(
                name: "DataElements");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DataSystems");

            migrationBuilder.DropTable(
                name: "Deviations");

            migrationBuilder.DropTable(
                name: "Disclosures");

            migrationBuilder.DropTable(
                name: "EvidenceChunks");

            migrationBuilder.DropTable(
                name: "Grants");

            migrationBuilder.DropTable(
                name: "Installation");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropTable(
                name: "ReadinessDays");

            migrationBuilder.DropTable(
                name: "ReadinessScores");

            migrationBuilder.DropTable(
                name: "ReadinessSummaries");

            migrationBuilder.DropTable(
                name: "ResponsiblePeople");

            migrationBuilder.DropTable(
                name: "RetentionRules");

            migrationBuilder.DropTable(
                name: "SecurityMeasures");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "Activities");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "EvidenceFiles");

            migrationBuilder.DropTable(
                name: "Vendors");

            migrationBuilder.DropTable(
                name: "Shops");

            migrationBuilder.DropTable(
                name: "LegalEntities");
        }
    }
}
