using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Engine.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SheetMappings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Sheets",
                table: "Uploads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SheetMappings",
                columns: table => new
                {
                    SchoolId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Shape = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetMappings", x => new { x.SchoolId, x.Shape });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SheetMappings");

            migrationBuilder.DropColumn(
                name: "Sheets",
                table: "Uploads");
        }
    }
}
